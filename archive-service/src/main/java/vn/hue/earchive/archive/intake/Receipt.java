package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the archive acknowledges to whoever submitted: what arrived, what became of each dossier and
 * why. Signed as it is written here, so it follows from what is decided alone and never changes.
 *
 * @param form {@value #FORM}
 */
@Schema(name = "Receipt", description = "Giấy báo nhận: the payload of the signed receipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(
        String form,
        @Schema(description = "Name of the archive's evidence log and key") String archive,
        UUID submissionId,
        UUID agencyId,
        @Nullable String agencyCode,
        @Nullable String submittedBy,
        @Schema(description = "UTC") Instant submittedAt,
        @Schema(description = "UTC") Instant receivedAt,
        @Schema(description = "When the last of it was decided, UTC") Instant decidedAt,
        @Schema(description = "The list of the submission that was read") @Nullable Bytes manifest,
        @Schema(description = "The package (SIP) that was sent, when it was one")
                @Nullable Bytes sentPackage,
        @Schema(description = "Why the package as a whole was refused") List<Reason> reasons,
        List<Dossier> dossiers) {

    static final String FORM = "earchive-receipt/1";

    /** Bytes by their digest. */
    @Schema(name = "ReceiptBytes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bytes(
            @Nullable String name,
            long size,
            @Schema(description = "Lower-case hex") String sha256) {}

    /** What became of one dossier. */
    @Schema(name = "ReceiptDossier")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dossier(
            @Nullable UUID dossierId,
            @Nullable String fileCode,
            @Nullable String title,
            @Schema(
                            description =
                                    "ACCEPTED: in the archive's custody; RETURNED: checked and given back; REFUSED: its package could not be read",
                            enumeration = {"ACCEPTED", "RETURNED", "REFUSED"})
                    String verdict,
            Instant decidedAt,
            @Schema(
                            description =
                                    "Version of the submission agreement that was applied; 0 for none")
                    @Nullable Integer agreement,
            @Nullable Map<Check, CheckResult> checks,
            List<Reason> reasons,
            List<FileReceived> files) {}

    /** A finding in both languages. */
    @Schema(name = "ReceiptReason")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"code", "severity", "docCode", "fileId", "path", "vi", "en"})
    record Reason(
            String code,
            FindingCode.Severity severity,
            @Nullable String docCode,
            @Nullable UUID fileId,
            @Nullable String path,
            String vi,
            String en) {}

    /** A file that was looked at, by the digest that was compared. */
    @Schema(name = "ReceiptFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileReceived(
            @Nullable UUID fileId,
            @Nullable String docCode,
            @Nullable String name,
            @Nullable Long size,
            @Schema(description = "Lower-case hex") @Nullable String sha256,
            @Schema(description = "PASSED: the bytes are those of this digest")
                    @Nullable CheckResult digest) {}
}
