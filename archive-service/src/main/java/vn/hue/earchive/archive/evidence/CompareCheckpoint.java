package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import vn.hue.earchive.archive.evidence.EvidenceTable.Head;

/**
 * Whether the database continues what is published. A checkpoint that was signed binds for ever:
 * every later one must contain its tree.
 */
@ApplicationScoped
class CompareCheckpoint {

    /** A checkpoint was published, and there is none any more. */
    static final String MISSING = "CHECKPOINT_MISSING";

    /** What lies there was not signed by a key of this log, or names another log. */
    static final String FOREIGN = "CHECKPOINT_FOREIGN";

    /** More is published than the database knows: it is older than the log. */
    static final String BEHIND = "DATABASE_BEHIND";

    /** What is published is no prefix of what the database has. */
    static final String FORKED = "DATABASE_FORKED";

    /** Another body holds a checkpoint of this log that the database does not continue. */
    static final String WITNESS = WitnessCheckpoints.CONTRADICTS;

    private final EvidenceTable table;
    private final EvidenceJob job;
    private final LogBucket bucket;
    private final SigningKey key;
    private final EvidenceConfig config;

    CompareCheckpoint(
            EvidenceTable table,
            EvidenceJob job,
            LogBucket bucket,
            SigningKey key,
            EvidenceConfig config) {
        this.table = table;
        this.job = job;
        this.bucket = bucket;
        this.key = key;
        this.config = config;
    }

    /**
     * A checkpoint of this log as it lies in the bucket.
     *
     * @param note the checkpoint, signed
     */
    record Published(String note, Checkpoint checkpoint) {}

    /**
     * @param found what is published; empty when nothing is, or nothing of this log
     * @param refusal a code, when nothing may be signed
     */
    record Outcome(Head head, Optional<Published> found, Optional<String> refusal) {

        /** Leaves of the published checkpoint; 0 when nothing was published yet. */
        long published() {
            return found.map(note -> note.checkpoint().size()).orElse(0L);
        }
    }

    /**
     * @throws vn.hue.earchive.kit.problem.Problem STORE_UNAVAILABLE when the bucket does not answer
     */
    Outcome outcome() {
        Optional<byte[]> note = bucket.read(LogBucket.CHECKPOINT);
        return job.run(() -> outcome(note));
    }

    /** As {@link #outcome()}, in the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome outcomeHere() {
        return outcome(bucket.read(LogBucket.CHECKPOINT));
    }

    private Outcome outcome(Optional<byte[]> note) {
        Head head = table.head();
        if (note.isEmpty()) {
            return head.publishedSize() == 0
                    ? new Outcome(head, Optional.empty(), Optional.empty())
                    : refused(head, Optional.empty(), MISSING);
        }
        String text = new String(note.get(), StandardCharsets.UTF_8);
        Optional<Published> found =
                key.open(text)
                        .filter(checkpoint -> checkpoint.origin().equals(config.origin()))
                        .map(checkpoint -> new Published(text, checkpoint));
        if (found.isEmpty()) {
            return refused(head, found, FOREIGN);
        }
        Checkpoint checkpoint = found.get().checkpoint();
        if (checkpoint.size() > head.size()) {
            return refused(head, found, BEHIND);
        }
        byte[] root = Merkle.root(checkpoint.size(), new TileTree(head.size(), table::tile));
        if (!Arrays.equals(root, checkpoint.root())) {
            return refused(head, found, FORKED);
        }
        return table.isContradicted()
                ? refused(head, found, WITNESS)
                : new Outcome(head, found, Optional.empty());
    }

    private static Outcome refused(Head head, Optional<Published> found, String reason) {
        return new Outcome(head, found, Optional.of(reason));
    }
}
