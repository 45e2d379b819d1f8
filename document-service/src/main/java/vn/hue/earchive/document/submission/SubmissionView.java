package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch and what the archive has said of each dossier.
 *
 * @param state {@code SUBMITTED} until every dossier is decided; then {@code ACCEPTED}, {@code
 *     RETURNED}, or {@code PARTLY_RETURNED}
 * @param confirmDueOn last day for the archive's confirmation of the minutes
 * @param confirmedAt when both sides had confirmed them
 * @param minutes path of the minutes, once they are made
 * @param manifestSha256 lower-case hex of the manifest that was handed over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionView(
        UUID id,
        String state,
        Instant submittedAt,
        String submittedBy,
        String manifestSha256,
        @Nullable LocalDate confirmDueOn,
        @Nullable Instant confirmedAt,
        @Nullable String minutes,
        List<Item> items) {

    /**
     * One dossier.
     *
     * @param state {@code SUBMITTED}, {@code ACCEPTED} or {@code RETURNED}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID dossierId,
            String fileCode,
            String state,
            @Nullable Instant decidedAt,
            List<Reason> reasons,
            @Nullable Resubmission resubmission) {}

    /**
     * A dossier that had come back and was mended.
     *
     * @param of the submission from which it came back
     * @param unchangedFiles files that are as they were then: neither sent nor stored again
     */
    record Resubmission(UUID of, int unchangedFiles, int newFiles) {}

    /** Why it was returned; {@code docCode} is absent when the whole dossier is meant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String code, @Nullable String docCode, String messageVi, String messageEn) {}

    static String stateOf(List<Item> items) {
        if (items.stream().anyMatch(i -> i.state().equals("SUBMITTED"))) {
            return "SUBMITTED";
        }
        long returned = items.stream().filter(i -> i.state().equals("RETURNED")).count();
        return returned == 0
                ? "ACCEPTED"
                : returned == items.size() ? "RETURNED" : "PARTLY_RETURNED";
    }
}
