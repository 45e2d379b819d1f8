package vn.hue.earchive.document.handover;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;

/** The cursor of lists that are ordered by id, newest first. */
final class IdCursor {

    private IdCursor() {}

    /**
     * @throws Problem INVALID_CURSOR
     */
    static @Nullable UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
