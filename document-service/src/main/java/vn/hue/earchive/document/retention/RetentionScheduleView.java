package vn.hue.earchive.document.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule set.
 *
 * @param source code of its source, for example {@code GENERAL}; {@code AGENCY} for the agency's
 *     own
 * @param state {@code SAMPLE}, {@code DRAFT}, {@code APPROVED} or {@code SUPERSEDED}
 * @param sample true while nobody has confirmed the rows against the official text
 * @param validFrom first day in force (Asia/Ho_Chi_Minh)
 * @param validTo last day in force; absent while no later version is approved
 * @param followsId the version of this source before it
 * @param sourceSha256 lower-case hex of the imported CSV
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetentionScheduleView(
        UUID id,
        String source,
        int versionNo,
        String title,
        @Nullable String legalBasis,
        String state,
        boolean sample,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID followsId,
        int ruleCount,
        String sourceSha256,
        Instant importedAt,
        String importedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable String approvalReference,
        long version,
        List<String> allowedActions) {}
