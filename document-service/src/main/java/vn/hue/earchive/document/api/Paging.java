package vn.hue.earchive.document.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;

/** Parameters of lists in the order of their ids. */
public final class Paging {

    private Paging() {}

    /**
     * @throws Problem INVALID_CURSOR
     */
    public static @Nullable UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    /**
     * @throws Problem INVALID_PARAMETER for what is none of the constants
     */
    public static <E extends Enum<E>> @Nullable E one(
            Class<E> type, String parameter, @Nullable String value) {
        try {
            return value == null ? null : Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, parameter).causedBy(e);
        }
    }
}
