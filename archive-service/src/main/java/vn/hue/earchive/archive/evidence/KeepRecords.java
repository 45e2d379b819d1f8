package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.evidence.TimestampClient.NoTimestamp;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.ids.Ids;

/**
 * Makes an evidence record for every package, in batches, and renews the batches before the
 * certificate of their newest timestamp ends. May be killed at any step: a batch is stored or
 * renewed in one transaction, and at worst an authority has stamped for nothing.
 */
@ApplicationScoped
class KeepRecords {

    private static final Logger LOG = Logger.getLogger(KeepRecords.class);

    /** Its row in evidence_authority, where no authority can be called so. */
    private static final String QUEUE = ":records";

    private final Sql sql;
    private final EvidenceJob job;
    private final TimestampClient client;
    private final EvidenceConfig config;
    private final Clock clock;

    KeepRecords(
            Sql sql, EvidenceJob job, TimestampClient client, EvidenceConfig config, Clock clock) {
        this.sql = sql;
        this.job = job;
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    private record Packed(UUID holdingId, UUID agencyId, String sha256) {}

    private record Batch(UUID id, String authority) {}

    /** Keeps the newest timestamp's response, to note when its certificate ends. */
    private final class Stamping implements EvidenceRecords.Authority {
        private final String name;
        private Instant endsAt = Instant.EPOCH;

        private Stamping(String name) {
            this.name = name;
        }

        @Override
        public TimeStampResponse stamp(org.bouncycastle.tsp.TimeStampRequest request)
                throws NoTimestamp, InterruptedException {
            var address = config.timestamps().authorities().get(name);
            if (address == null) {
                throw new NoTimestamp("authority " + name + " is not configured any more");
            }
            TimeStampResponse response = client.respond(address, request);
            endsAt =
                    TimestampClient.signers(response.getTimeStampToken())
                            .iterator()
                            .next()
                            .getNotAfter()
                            .toInstant();
            return response;
        }

        private Instant renewAt() {
            Instant early = endsAt.minus(config.timestamps().renewBefore());
            Instant soonest = now().plus(config.timestamps().every());
            return early.isBefore(soonest) ? soonest : early;
        }
    }

    /** One batch of new packages and one renewal; whether there may be more at once. */
    boolean round() throws InterruptedException {
        Optional<String> authority =
                new TreeMap<>(config.timestamps().authorities()).keySet().stream().findFirst();
        if (authority.isEmpty()) {
            return false;
        }
        boolean full = make(authority.get());
        return renew(authority.get()) || full;
    }

    private boolean make(String authority) throws InterruptedException {
        if (!job.run(() -> claim(QUEUE))) {
            return false;
        }
        int limit = config.timestamps().batch();
        List<Packed> packages = job.run(() -> without(limit));
        if (packages.isEmpty()) {
            job.act(() -> next(QUEUE));
            return false;
        }
        Stamping stamping = new Stamping(authority);
        try {
            List<byte[]> records =
                    EvidenceRecords.create(
                            packages.stream()
                                    .map(pack -> HexFormat.of().parseHex(pack.sha256()))
                                    .toList(),
                            stamping);
            job.act(() -> store(authority, packages, records, stamping));
            if (packages.size() == limit) {
                job.act(() -> due(QUEUE));
                return true;
            }
            job.act(() -> next(QUEUE));
        } catch (NoTimestamp e) {
            LOG.warnf(e, "Evidence records were not made authority=%s", authority);
        }
        return false;
    }

    private boolean renew(String authority) throws InterruptedException {
        Optional<Batch> due = job.run(this::takeDue);
        if (due.isEmpty()) {
            return false;
        }
        Batch batch = due.get();
        Map<Packed, byte[]> old = job.run(() -> records(batch.id()));
        // A batch is renewed by whoever stamps today; its first authority may be gone.
        Stamping stamping = new Stamping(authority);
        try {
            List<byte[]> renewed = EvidenceRecords.renew(new ArrayList<>(old.values()), stamping);
            job.act(() -> replace(batch, List.copyOf(old.keySet()), renewed, authority, stamping));
            return true;
        } catch (NoTimestamp e) {
            LOG.warnf(e, "Evidence records were not renewed batch=%s", batch.id());
            job.act(() ->
                    sql.update(
                            "UPDATE evidence_record_batch SET problem = ? WHERE id = ?",
                            String.valueOf(e.getMessage()),
                            batch.id()));
            return false;
        }
    }

    private List<Packed> without(int limit) {
        return sql.list(
                """
                SELECT h.id, h.agency_id, h.pack_sha256 FROM holding h
                WHERE NOT EXISTS (SELECT FROM evidence_record r
                    WHERE r.holding_id = h.id AND r.pack_sha256 = h.pack_sha256)
                ORDER BY h.id LIMIT ?\
                """,
                row -> new Packed(row.id(1), row.id(2), row.text(3)),
                limit);
    }

    private void store(
            String authority, List<Packed> packages, List<byte[]> records, Stamping stamping) {
        UUID batch = Ids.next();
        sql.update(
                """
                INSERT INTO evidence_record_batch
                    (id, authority, made_at, packages, stamps, ends_at, renew_at)
                VALUES (?, ?, ?, ?, 1, ?, ?)\
                """,
                batch,
                authority,
                now(),
                packages.size(),
                stamping.endsAt,
                stamping.renewAt());
        for (int at = 0; at < packages.size(); at++) {
            Packed pack = packages.get(at);
            sql.update(
                    """
                    INSERT INTO evidence_record
                        (holding_id, pack_sha256, agency_id, batch_id, record)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                    """,
                    pack.holdingId(),
                    pack.sha256(),
                    pack.agencyId(),
                    batch,
                    records.get(at));
        }
    }

    private Optional<Batch> takeDue() {
        return sql.first(
                """
                UPDATE evidence_record_batch SET renew_at = ? WHERE id = (
                    SELECT id FROM evidence_record_batch WHERE renew_at <= ?
                    ORDER BY renew_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, authority\
                """,
                row -> new Batch(row.id(1), row.text(2)),
                now().plus(config.timestamps().retry()),
                now());
    }

    private Map<Packed, byte[]> records(UUID batch) {
        Map<Packed, byte[]> records = new java.util.LinkedHashMap<>();
        sql.list(
                        """
                        SELECT holding_id, agency_id, pack_sha256, record FROM evidence_record
                        WHERE batch_id = ? ORDER BY holding_id\
                        """,
                        row ->
                                Map.entry(
                                        new Packed(row.id(1), row.id(2), row.text(3)),
                                        EvidenceTable.bytes(row, 4)),
                        batch)
                .forEach(found -> records.put(found.getKey(), found.getValue()));
        return records;
    }

    private void replace(
            Batch batch,
            List<Packed> packages,
            List<byte[]> renewed,
            String authority,
            Stamping stamping) {
        for (int at = 0; at < packages.size(); at++) {
            sql.update(
                    """
                    UPDATE evidence_record SET record = ?
                    WHERE holding_id = ? AND pack_sha256 = ? AND batch_id = ?\
                    """,
                    renewed.get(at),
                    packages.get(at).holdingId(),
                    packages.get(at).sha256(),
                    batch.id());
        }
        sql.update(
                """
                UPDATE evidence_record_batch SET authority = ?, stamps = stamps + 1, ends_at = ?,
                    renew_at = ?, problem = NULL WHERE id = ?\
                """,
                authority,
                stamping.endsAt,
                stamping.renewAt(),
                batch.id());
    }

    /** Whether this instance is to do it now; it is not due again before the retry. */
    private boolean claim(String name) {
        Instant now = now();
        sql.update(
                """
                INSERT INTO evidence_authority (name, next_at) VALUES (?, ?)
                ON CONFLICT (name) DO NOTHING\
                """,
                name,
                now);
        return sql.update(
                        "UPDATE evidence_authority SET next_at = ? WHERE name = ? AND next_at <= ?",
                        now.plus(config.timestamps().retry()),
                        name,
                        now)
                == 1;
    }

    private void next(String name) {
        at(name, now().plus(config.timestamps().every()));
    }

    private void due(String name) {
        at(name, now());
    }

    private void at(String name, Instant next) {
        sql.update("UPDATE evidence_authority SET next_at = ? WHERE name = ?", next, name);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
