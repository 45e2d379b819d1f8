package vn.hue.earchive.archive.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of an agency's agreement. */
@Schema(
        name = "SubmissionAgreement",
        description = "Thỏa thuận nộp lưu: what the agency may hand over, and how")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agreement(
        UUID agencyId,
        @Schema(description = "0 where nothing was agreed") int version,
        AgreementTerms terms,
        @Nullable String madeBy,
        @Nullable Instant madeAt,
        @Schema(description = "What this caller may do now") List<String> allowedActions) {}
