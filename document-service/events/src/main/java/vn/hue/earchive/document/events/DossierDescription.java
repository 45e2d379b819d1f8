package vn.hue.earchive.document.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a dossier (hồ sơ); the record fields of Circular 05/2025 as domain.md 2.3
 * gives them.
 *
 * @param fileCode {@code {agencyCode}.{year}.{notation}}, at most 100 characters
 * @param state {@code OPEN}, {@code CLOSED}, {@code SUBMITTED}, {@code RETURNED} or {@code
 *     IN_AGENCY_ARCHIVE}
 * @param endDate null while the dossier is open and no end was set
 */
public record DossierDescription(
        UUID dossierId,
        String fileCode,
        String title,
        String state,
        Retention retention,
        String accessMode,
        List<String> languages,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String keywords,
        String confidenceLevel,
        @Nullable String paperFileCode,
        String maker,
        @Nullable String description,
        int documentCount,
        int pageCount) {}
