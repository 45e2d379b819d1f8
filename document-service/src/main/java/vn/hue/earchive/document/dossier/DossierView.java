package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.Retention;

/**
 * A dossier.
 *
 * @param fileCode {@code {agencyCode}.{year}.{notation}}
 * @param state {@code OPEN}, {@code CLOSED}, {@code SUBMITTED}, {@code RETURNED} or {@code
 *     IN_AGENCY_ARCHIVE}
 * @param confidenceLevel derived from its documents
 * @param handOverDueOn last day of the hand-over to the agency archive
 * @param holding path of the holding that has taken its place
 * @param allowedActions operations that this caller may use on it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierView(
        UUID id,
        String fileCode,
        int year,
        String notation,
        String title,
        String state,
        @Nullable UUID dossierListItemId,
        Retention retention,
        String accessMode,
        List<String> languages,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String paperFileCode,
        String maker,
        String confidenceLevel,
        int documentCount,
        int pageCount,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate handOverDueOn,
        @Nullable UUID submissionId,
        @Nullable String holding,
        long version,
        List<String> allowedActions) {}
