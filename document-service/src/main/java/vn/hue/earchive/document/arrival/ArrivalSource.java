package vn.hue.earchive.document.arrival;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.register.RegisteredDocument;

/**
 * A way in which documents arrive. The desk shows what it brings and hands every decision of a
 * person back to it, so that nothing about an arrival is kept twice. All methods are called in the
 * transaction of the desk; what they read and write belongs to the caller's agency.
 */
public interface ArrivalSource {

    /** By which name the desk shows what came this way. */
    enum Source {
        /** A message of another agency's system (QCVN 102:2016). */
        EDXML,
        EMAIL,
        /** Files that somebody scanned or took from elsewhere. */
        UPLOAD
    }

    /**
     * What became of an arrival.
     *
     * <pre>
     * WAITING ──register──► REGISTERED    ──return───► RETURNED
     *         ──merge─────► MERGED        ──dismiss──► DISMISSED
     *         ──(its sender takes it back)──► WITHDRAWN
     * </pre>
     */
    enum State {
        WAITING,
        REGISTERED,
        RETURNED,
        DISMISSED,
        MERGED,
        WITHDRAWN
    }

    /** What a person does with an arrival. */
    enum Step {
        REGISTER,
        RETURN,
        DISMISS,
        MERGE
    }

    /** Whether it brings what came from there. */
    Set<Source> sources();

    /**
     * @param lock whether it stays as it is until the transaction ends
     */
    Optional<OnDesk> find(UUID id, boolean lock);

    /**
     * Those in a state, in the order of their ids; those that wait the oldest first, all others the
     * newest first.
     *
     * @param source one of {@link #sources}; all of them when null
     * @param beyond the id after which the page begins
     */
    List<OnDesk> page(State state, @Nullable Source source, @Nullable UUID beyond, int rows);

    /** Enters the document into the register; the arrival permits it. */
    RegisteredDocument register(UUID id, Overrides overrides);

    /**
     * Returns, dismisses or merges; the arrival permits it.
     *
     * @param documentId the registered document that a merged arrival went into
     */
    void decide(UUID id, Step step, @Nullable String reason, @Nullable UUID documentId);
}
