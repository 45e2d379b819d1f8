package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.signature.FileSignatures;

/** A submission in the intake, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Intake", description = "A submission (nộp lưu) and how far its dossiers have come")
record IntakeView(
        UUID submissionId,
        UUID agencyId,
        @Schema(
                        description =
                                "CHECKING while a dossier waits for its decision, BLOCKED when an operator has to look, DECIDED when every dossier was accepted or returned",
                        enumeration = {"CHECKING", "BLOCKED", "DECIDED"})
                String state,
        @Nullable String agencyCode,
        @Nullable String submittedBy,
        @Schema(description = "When the unit submitted, UTC") Instant submittedAt,
        @Schema(description = "When the archive received, UTC") Instant receivedAt,
        @Schema(description = "Number of dossiers by state") Map<String, Long> counts,
        @Schema(description = "Only in the answer for one intake")
                @Nullable List<DossierView> dossiers,
        @Schema(description = "What this caller may do now; nothing yet, the intake runs by itself")
                List<String> allowedActions) {

    /** One dossier of the submission. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IntakeDossier")
    record DossierView(
            UUID dossierId,
            @Nullable String fileCode,
            @Nullable String title,
            @Schema(enumeration = {"RECEIVED", "CHECKING", "BLOCKED", "ACCEPTED", "RETURNED"})
                    String state,
            @Nullable Instant decidedAt,
            @Schema(description = "Outcome per check over the whole dossier")
                    @Nullable Map<Check, CheckResult> checks,
            @Nullable List<DocumentView> documents,
            @Nullable List<FindingView> findings,
            @Schema(description = "Why it is not decided yet, when something is in the way")
                    @Nullable Waiting waiting) {}

    /** The checks of one document: the gravest outcome over its files. */
    @Schema(name = "IntakeDocument")
    record DocumentView(String docCode, Map<Check, CheckResult> checks, List<FileView> files) {}

    /** The checks of one file and the format that was found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IntakeFile")
    record FileView(
            @Nullable UUID fileId,
            @Nullable String name,
            Map<Check, CheckResult> checks,
            @Nullable String mediaType,
            @Schema(description = "PRONOM identifier, where PRONOM knows the file")
                    @Nullable String puid,
            @Schema(
                            description =
                                    "The report on the signatures of a signed file that was looked into at the intake")
                    @Nullable FileSignatures signatures) {}

    /** One finding, worded in the language of the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "IntakeFinding")
    record FindingView(
            FindingCode code,
            Check check,
            FindingCode.Severity severity,
            @Nullable String docCode,
            @Nullable UUID fileId,
            String message) {}

    /** Why it waits. */
    @Schema(name = "IntakeWaiting")
    record Waiting(String code, String message, int attempts, Instant nextAttemptAt) {}
}
