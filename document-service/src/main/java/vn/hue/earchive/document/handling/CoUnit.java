package vn.hue.earchive.document.handling;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit that takes part in the handling; it reports once. */
@Embeddable
record CoUnit(
        UUID agencyId,
        String unit,
        @Nullable String person,
        @Nullable String report,
        @Nullable Instant reportedAt) {

    boolean isOpen() {
        return reportedAt == null;
    }

    CoUnit reported(String text, Instant at) {
        return new CoUnit(agencyId, unit, person, text, at);
    }
}
