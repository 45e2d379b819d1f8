package vn.hue.earchive.kit.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers. */
public final class Ids {

    private Ids() {}

    /**
     * A new UUIDv7: ordered by time of creation, and strictly increasing within one process, so
     * that it serves as the tie-break of a stable order.
     */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
