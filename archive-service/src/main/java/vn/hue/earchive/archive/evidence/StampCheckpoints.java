package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.tsp.TimeStampToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.evidence.TimestampClient.NoTimestamp;
import vn.hue.earchive.archive.sql.Sql;

/**
 * Has the newest checkpoint timestamped by each configured authority, as often as configured while
 * the log grows. An entry is so proved to be no younger than the first token over a checkpoint that
 * covers it, by a clock that the archive does not hold. May be killed at any step: at worst an
 * authority is asked twice.
 */
@ApplicationScoped
class StampCheckpoints {

    private static final Logger LOG = Logger.getLogger(StampCheckpoints.class);

    private final Sql sql;
    private final EvidenceTable table;
    private final EvidenceJob job;
    private final LogBucket bucket;
    private final TimestampClient client;
    private final EvidenceConfig config;
    private final Clock clock;

    StampCheckpoints(
            Sql sql,
            EvidenceTable table,
            EvidenceJob job,
            LogBucket bucket,
            TimestampClient client,
            EvidenceConfig config,
            Clock clock) {
        this.sql = sql;
        this.table = table;
        this.job = job;
        this.bucket = bucket;
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    /** Asks each authority that is due; never more to do at once. */
    boolean round() throws InterruptedException {
        for (Map.Entry<String, URI> authority : config.timestamps().authorities().entrySet()) {
            @Nullable String note = job.run(() -> claim(authority.getKey()).orElse(null));
            if (note != null) {
                stamp(authority.getKey(), authority.getValue(), note);
            }
        }
        return false;
    }

    /** The checkpoint to be stamped, when this instance is to ask the authority now. */
    private Optional<String> claim(String name) {
        Instant now = now();
        sql.update(
                """
                INSERT INTO evidence_authority (name, next_at) VALUES (?, ?)
                ON CONFLICT (name) DO NOTHING\
                """,
                name,
                now);
        boolean due =
                sql.update(
                                "UPDATE evidence_authority SET next_at = ? WHERE name = ? AND next_at <= ?",
                                now.plus(config.timestamps().retry()),
                                name,
                                now)
                        == 1;
        EvidenceTable.Head head = table.head();
        if (!due || head.note() == null || isStamped(name, head.publishedSize())) {
            return Optional.empty();
        }
        return Optional.of(head.note());
    }

    private boolean isStamped(String name, long size) {
        return sql.first(
                        "SELECT 1 FROM evidence_timestamp WHERE authority = ? AND size = ?",
                        row -> row.number(1),
                        name,
                        size)
                .isPresent();
    }

    private void stamp(String name, URI authority, String note) throws InterruptedException {
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        try {
            TimeStampToken token = client.stamp(authority, Merkle.sha256(bytes));
            byte[] encoded = token.getEncoded();
            long size = Checkpoint.parse(note).orElseThrow().size();
            bucket.create("timestamps/%d.checkpoint".formatted(size), bytes);
            bucket.create("timestamps/%d.%s.tst".formatted(size, name), encoded);
            Instant stampedAt = token.getTimeStampInfo().getGenTime().toInstant();
            job.act(() -> keep(name, size, note, encoded, stampedAt));
        } catch (NoTimestamp | IOException e) {
            LOG.warnf(e, "Checkpoint was not timestamped authority=%s", name);
            job.act(() -> {
                sql.update(
                        "UPDATE evidence_authority SET problem = ? WHERE name = ?",
                        e.getMessage(),
                        name);
            });
        }
    }

    private void keep(String name, long size, String note, byte[] token, Instant stampedAt) {
        sql.update(
                """
                INSERT INTO evidence_timestamp (authority, size, note, token, stamped_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                """,
                name,
                size,
                note,
                token,
                stampedAt);
        sql.update(
                "UPDATE evidence_authority SET next_at = ?, problem = NULL WHERE name = ?",
                now().plus(config.timestamps().every()),
                name);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
