package vn.hue.earchive.document.incoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.file.FileView;

/**
 * A registered incoming document.
 *
 * @param arrivalNumber in the agency's series of {@code registerYear}
 * @param arrivalDate legal date, Asia/Ho_Chi_Minh
 * @param state {@code REGISTERED}, {@code SUBMITTED_TO_LEADER}, {@code ASSIGNED}, {@code
 *     IN_PROGRESS}, {@code COMPLETED}, {@code RETURNED} or {@code RECALLED}; {@code FILED} once a
 *     dossier holds it and nothing is left to do
 * @param assignee unit or person that got it
 * @param version of the register line; its ETag
 * @param warnings documents that it may be a duplicate of; in the answer of its registration only
 * @param dossierIds dossiers that hold it
 * @param allowedActions operations that this caller may use on it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncomingView(
        UUID id,
        long arrivalNumber,
        LocalDate arrivalDate,
        int registerYear,
        String state,
        String typeCode,
        String typeName,
        String number,
        String notation,
        LocalDate issuedDate,
        String issuerName,
        String subject,
        List<String> languages,
        int pageCount,
        String accessMode,
        String confidenceLevel,
        String urgency,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable LocalDate dueDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String assignee,
        List<FileView> files,
        List<UUID> dossierIds,
        Instant registeredAt,
        String registeredBy,
        long version,
        @Nullable List<DuplicateView> warnings,
        List<String> allowedActions) {}
