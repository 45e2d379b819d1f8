package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the minutes of a hand-over say: kept as JSON when the archive has decided on the last
 * dossier, and never changed. It is the list of handed-over dossiers (mục lục hồ sơ nộp lưu) as
 * well.
 *
 * @param decidedOn legal date of the last decision
 * @param from earliest start of an accepted dossier, absent when none was accepted
 * @param to latest end of one
 * @param condition state in which they were received, in Vietnamese, for the printed minutes
 * @param watermark what every copy must show, only for training data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"submissionId", "agencyCode", "agencyName", "submittedAt", "submittedBy"})
public record MinutesContent(
        UUID submissionId,
        String agencyCode,
        String agencyName,
        Instant submittedAt,
        String submittedBy,
        LocalDate decidedOn,
        String manifestSha256,
        Counts counts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String condition,
        List<String> legalBasis,
        @Nullable String watermark,
        List<Line> accepted,
        List<Returned> returned) {

    /** Totals; documents, pages, files and bytes are those of the accepted dossiers. */
    public record Counts(
            int dossiersDelivered,
            int dossiersAccepted,
            int dossiersReturned,
            long documents,
            long pages,
            long files,
            long bytes) {}

    /**
     * An accepted dossier.
     *
     * @param position running number in these minutes, from 1
     * @param retentionYears absent unless the period is one of years
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int position,
            UUID dossierId,
            String fileCode,
            String title,
            LocalDate startDate,
            LocalDate endDate,
            String retentionCode,
            String retentionKind,
            @Nullable Integer retentionYears,
            String accessMode,
            String confidenceLevel,
            @Nullable String paperFileCode,
            String maker,
            int documents,
            int pages,
            long files,
            long bytes) {}

    /** A returned dossier, with the codes of the reasons. */
    public record Returned(
            UUID dossierId, String fileCode, String title, List<String> reasonCodes) {}
}
