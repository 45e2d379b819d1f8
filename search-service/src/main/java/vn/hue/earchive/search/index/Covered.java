package vn.hue.earchive.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal dates that an entry covers, both inclusive.
 *
 * @param lte null when there is no end yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Covered(LocalDate gte, @Nullable LocalDate lte) {

    /** A single day. */
    public static Covered on(LocalDate day) {
        return new Covered(day, day);
    }

    /** From start to end; bounds that were entered the wrong way round still cover the days. */
    public static Covered between(LocalDate start, @Nullable LocalDate end) {
        return end != null && end.isBefore(start)
                ? new Covered(end, start)
                : new Covered(start, end);
    }
}
