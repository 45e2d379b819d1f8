package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of a hand-over with the confirmations of both sides: what a printed one shows.
 *
 * @param state {@code WAITING} for a side, or {@code CONFIRMED} by both
 * @param contentSha256 lower-case hex, of the bytes that {@code …/minutes/content} gives
 * @param delivery confirmation of the unit that hands over
 * @param receipt confirmation of the agency archive
 * @param confirmDueOn last day for the archive's confirmation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandOverMinutes(
        String state,
        Instant madeAt,
        String contentSha256,
        MinutesContent content,
        @Nullable Confirmation delivery,
        @Nullable Confirmation receipt,
        @Nullable LocalDate confirmDueOn,
        long version,
        List<String> allowedActions) {

    /**
     * An electronic confirmation.
     *
     * @param by user name
     * @param roles roles that the person had then, separated by blanks
     */
    public record Confirmation(String by, String roles, Instant at) {}
}
