package vn.hue.earchive.document.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.Source;
import vn.hue.earchive.document.arrival.ArrivalSource.State;
import vn.hue.earchive.document.arrival.ArrivalSource.Step;
import vn.hue.earchive.document.file.ServeContent;
import vn.hue.earchive.kit.problem.Violation;

/**
 * An arrival as the desk shows it.
 *
 * @param may what its state permits
 * @param sender as the message names it
 * @param problems what a person must fill in or look at, in the language of the request
 * @param message the message as it was received; null for files without one
 */
public record OnDesk(
        UUID id,
        Source source,
        UUID agencyId,
        State state,
        Set<Step> may,
        @Nullable String sender,
        Proposal proposal,
        List<Violation> problems,
        Instant receivedAt,
        String receivedBy,
        @Nullable Decided decided,
        ServeContent.@Nullable Stored message,
        long version) {

    /**
     * How an arrival left the desk.
     *
     * @param documentId the register line that came of it or that it was merged into
     */
    public record Decided(
            @Nullable UUID documentId,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reason) {}
}
