package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Gives the newest signed checkpoint to other bodies, each with a bucket {@code
 * earchive.s3.witness-<name>.*} that the archive may write to and does not own. What they hold
 * binds: when one of them has a checkpoint of this log that the database does not continue, then
 * database and bucket were taken back together, and the log is not signed any more ({@link
 * CompareCheckpoint#WITNESS}). A witness that is down, or that holds what this log never signed,
 * does not stop it. May be killed at any step.
 */
@ApplicationScoped
class WitnessCheckpoints {

    /** It holds something that no key of this log has signed. */
    static final String FOREIGN = "WITNESS_FOREIGN";

    /** It holds a later or another checkpoint of this log. */
    static final String CONTRADICTS = "WITNESS_CONTRADICTS";

    private static final Logger LOG = Logger.getLogger(WitnessCheckpoints.class);
    private static final String PREFIX = "witness-";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Sql sql;
    private final EvidenceTable table;
    private final EvidenceJob job;
    private final LogBucket bucket;
    private final SigningKey key;
    private final EvidenceConfig config;
    private final List<String> names;
    private final Clock clock;
    private volatile boolean begun;

    WitnessCheckpoints(
            Sql sql,
            EvidenceTable table,
            EvidenceJob job,
            LogBucket bucket,
            SigningKey key,
            EvidenceConfig config,
            ObjectStores stores,
            Clock clock) {
        this.sql = sql;
        this.table = table;
        this.job = job;
        this.bucket = bucket;
        this.key = key;
        this.config = config;
        this.names = stores.names().stream().filter(name -> name.startsWith(PREFIX)).toList();
        this.clock = clock;
    }

    /** Gives the newest checkpoint to each witness that is due; never more to do at once. */
    boolean round() {
        for (String name : names) {
            if (job.run(() -> claim(name))) {
                visit(name);
            }
        }
        return false;
    }

    /** Asks each witness what it holds, once, before this instance signs for the first time. */
    void begin() {
        if (!begun) {
            names.forEach(this::visit);
            begun = true;
        }
    }

    private boolean claim(String name) {
        Instant now = now();
        return sql.update(
                        """
                        INSERT INTO evidence_witness (name, next_at) VALUES (?, ?)
                        ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at
                        WHERE evidence_witness.next_at <= ?\
                        """,
                        shortName(name),
                        now.plus(config.witnessRetry()),
                        now)
                == 1;
    }

    private void visit(String name) {
        try {
            LogBucket witness = bucket.other(name);
            Optional<String> problem = contradiction(witness);
            if (problem.isPresent()) {
                LOG.errorf("Witness does not agree witness=%s problem=%s", name, problem.get());
                job.act(() -> trouble(name, problem.get()));
            } else {
                give(name, witness);
            }
        } catch (Problem e) {
            LOG.warnf("Witness does not answer witness=%s", name);
            job.act(() -> trouble(name, e.type().code()));
        }
    }

    private Optional<String> contradiction(LogBucket witness) {
        Optional<byte[]> note = witness.read(LogBucket.CHECKPOINT);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        Optional<Checkpoint> held =
                key.open(new String(note.get(), StandardCharsets.UTF_8))
                        .filter(checkpoint -> checkpoint.origin().equals(config.origin()));
        return held.isEmpty()
                ? Optional.of(FOREIGN)
                : job.run(() -> isContinued(held.get()))
                        ? Optional.empty()
                        : Optional.of(CONTRADICTS);
    }

    private boolean isContinued(Checkpoint held) {
        long size = table.head().size();
        return held.size() <= size
                && Arrays.equals(
                        held.root(), Merkle.root(held.size(), new TileTree(size, table::tile)));
    }

    /** Under its size, where nothing is written twice, and as the newest. */
    private void give(String name, LogBucket witness) {
        @Nullable String note = job.run(table::head).note();
        if (note == null) {
            return;
        }
        long size = Checkpoint.parse(note).orElseThrow().size();
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        witness.create("checkpoints/%020d".formatted(size), bytes);
        witness.replace(LogBucket.CHECKPOINT, bytes, TEXT);
        job.act(() -> {
            Instant now = now();
            sql.update(
                    """
                    INSERT INTO evidence_witness (name, next_at, size, witnessed_at)
                    VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at,
                        size = excluded.size, witnessed_at = excluded.witnessed_at, problem = NULL,
                        contradicted_at = NULL\
                    """,
                    shortName(name),
                    now.plus(config.witnessEvery()),
                    size,
                    now);
        });
    }

    private void trouble(String name, String problem) {
        Instant now = now();
        @Nullable Instant since = problem.equals(CONTRADICTS) ? now : null;
        sql.update(
                """
                INSERT INTO evidence_witness (name, next_at, problem, contradicted_at)
                VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET problem = excluded.problem,
                    contradicted_at = coalesce(evidence_witness.contradicted_at,
                        excluded.contradicted_at)\
                """,
                shortName(name),
                now.plus(config.witnessRetry()),
                problem,
                since);
    }

    private static String shortName(String name) {
        return name.substring(PREFIX.length());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
