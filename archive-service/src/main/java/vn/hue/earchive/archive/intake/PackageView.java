package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sip.SipCode;

/** A package, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Package", description = "A package (SIP) of another system and what became of it")
record PackageView(
        UUID id,
        @Schema(
                        description =
                                "UPLOADING while parts are missing, QUEUED while it waits or is read, RECEIVED when dossiers of it are in the intake, CHECKED after a dry run, REFUSED when nothing was taken, EXPIRED when the upload was given up",
                        enumeration = {
                            "UPLOADING",
                            "QUEUED",
                            "RECEIVED",
                            "CHECKED",
                            "REFUSED",
                            "EXPIRED"
                        })
                String state,
        @Nullable String fileName,
        @Schema(description = "Of the whole package, lower-case hex") String sha256,
        @Schema(description = "Bytes") long size,
        boolean dryRun,
        @Schema(description = "Bytes of each part but the last") long partSize,
        int parts,
        @Schema(description = "Numbers of the parts that have arrived; while UPLOADING")
                @Nullable List<Integer> arrived,
        String createdBy,
        Instant createdAt,
        @Schema(description = "Until when parts are taken; while UPLOADING")
                @Nullable Instant expiresAt,
        @Schema(description = "Packages that wait before this one; while QUEUED")
                @Nullable Long ahead,
        @Nullable Instant decidedAt,
        @Schema(description = "The submission in /v1/intakes; when RECEIVED")
                @Nullable UUID submissionId,
        @Schema(description = "Against the package as a whole")
                @Nullable List<FindingView> findings,
        @Nullable List<DossierView> dossiers,
        @Schema(description = "Trouble that delays it; tried again") @Nullable String waitingFor,
        @Schema(description = "What this caller may do now") List<String> allowedActions) {

    /** One dossier of the package. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PackageDossier")
    record DossierView(
            @Schema(description = "Its folder in the ZIP; empty when it has none") String root,
            @Nullable UUID dossierId,
            @Nullable String fileCode,
            @Schema(
                            description =
                                    "Described as the repealed Circular 02/2019/TT-BNV had it; the words were turned into the codes of 05/2025")
                    @Nullable Boolean repealedForm,
            @Schema(
                            description =
                                    "TAKEN: it is in the intake, or a dry run found nothing that refuses it; REFUSED: it is left out, the others go on",
                            enumeration = {"TAKEN", "REFUSED"})
                    String state,
            List<FindingView> findings,
            @Schema(description = "Outcome per check; of a dry run")
                    @Nullable Map<Check, CheckResult> checks,
            @Schema(description = "Findings of the checks; of a dry run")
                    @Nullable List<IntakeView.FindingView> checkFindings) {}

    /** One finding, worded in the language of the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PackageFinding")
    record FindingView(SipCode code, @Nullable String path, String message) {}
}
