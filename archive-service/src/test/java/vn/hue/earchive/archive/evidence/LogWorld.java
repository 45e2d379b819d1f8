package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.Config;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/** Acts that the log must keep, and what can be done to it past the service. */
@ApplicationScoped
class LogWorld {

    static final Duration SOON = Duration.ofSeconds(60);

    private final Audit audit;
    private final Sql sql;
    private final EvidenceTable table;
    private final LogBucket bucket;
    private final Config config;

    LogWorld(Audit audit, Sql sql, EvidenceTable table, LogBucket bucket, Config config) {
        this.audit = audit;
        this.sql = sql;
        this.table = table;
        this.bucket = bucket;
        this.config = config;
    }

    /** So many acts on one thing, each in a transaction of its own. */
    UUID done(int acts) {
        UUID thing = Ids.next();
        for (int act = 1; act <= acts; act++) {
            int version = act;
            JobScope.transaction(
                    "test",
                    () -> {
                        audit.append(
                                thing, "test.act", "test", thing, version, Map.of("act", version));
                        return true;
                    });
        }
        return thing;
    }

    List<String> ask(String question, Object... values) {
        return JobScope.transaction("test", () -> sql.list(question, row -> row.text(1), values));
    }

    byte[] token(String question, Object... values) {
        return JobScope.transaction(
                "test",
                () ->
                        sql.first(question, row -> EvidenceTable.bytes(row, 1), values)
                                .orElseThrow());
    }

    /** Places of the acts on a thing, in their order; an act that waits has none. */
    List<Long> places(UUID thing) {
        return JobScope.transaction(
                "test",
                () ->
                        sql.list(
                                """
                                SELECT log_index FROM evidence_entry
                                WHERE aggregate_id = ? AND log_index IS NOT NULL ORDER BY position\
                                """,
                                row -> row.number(1),
                                thing));
    }

    void everyPlaceIsTakenOnce() {
        List<Long> places =
                ask(
                                "SELECT log_index::text FROM evidence_entry WHERE log_index IS NOT NULL"
                                        + " ORDER BY evidence_entry.log_index")
                        .stream()
                        .map(Long::valueOf)
                        .toList();
        assertThat(places).isEqualTo(LongStream.range(0, places.size()).boxed().toList());
    }

    boolean isDone() {
        return JobScope.transaction("test", table::isDone);
    }

    EvidenceTable.Head head() {
        return JobScope.transaction("test", table::head);
    }

    void settle() {
        await().atMost(SOON).until(this::isDone);
    }

    String note() {
        return new String(bucket.read(LogBucket.CHECKPOINT).orElseThrow(), StandardCharsets.UTF_8);
    }

    void put(String key, byte[] bytes) {
        bucket.replace(key, bytes);
    }

    void putNote(String note) {
        put(LogBucket.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
    }

    /** As who owns the database, past triggers and row-level security. */
    void asAdministrator(String... statements) {
        try (Connection owner =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.flyway.username", String.class),
                                config.getValue("quarkus.flyway.password", String.class));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String table : List.of("evidence_entry", "evidence_tile")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            statement.execute("ALTER TABLE evidence_entry NO FORCE ROW LEVEL SECURITY");
            for (String each : statements) {
                statement.execute(each);
            }
            statement.execute("ALTER TABLE evidence_entry FORCE ROW LEVEL SECURITY");
            for (String table : List.of("evidence_entry", "evidence_tile")) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
