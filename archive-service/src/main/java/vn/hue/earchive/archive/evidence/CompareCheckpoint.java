package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
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
     * @param published leaves of the checkpoint in the bucket; 0 when nothing was published yet
     * @param refusal a code, when nothing may be signed
     */
    record Outcome(Head head, long published, Optional<String> refusal) {}

    /**
     * @throws vn.hue.earchive.kit.problem.Problem STORE_UNAVAILABLE when the bucket does not answer
     */
    Outcome outcome() {
        Optional<byte[]> note = bucket.read(LogBucket.CHECKPOINT);
        return job.run(() -> outcome(note));
    }

    private Outcome outcome(Optional<byte[]> note) {
        Head head = table.head();
        if (note.isEmpty()) {
            return head.publishedSize() == 0
                    ? new Outcome(head, 0, Optional.empty())
                    : refused(head, MISSING);
        }
        Optional<Checkpoint> found =
                key.open(new String(note.get(), StandardCharsets.UTF_8))
                        .filter(checkpoint -> checkpoint.origin().equals(config.origin()));
        if (found.isEmpty()) {
            return refused(head, FOREIGN);
        }
        long size = found.get().size();
        if (size > head.size()) {
            return refused(head, BEHIND);
        }
        byte[] root = Merkle.root(size, new TileTree(head.size(), table::tile));
        return Arrays.equals(root, found.get().root())
                ? new Outcome(head, size, Optional.empty())
                : refused(head, FORKED);
    }

    private static Outcome refused(Head head, String reason) {
        return new Outcome(head, 0, Optional.of(reason));
    }
}
