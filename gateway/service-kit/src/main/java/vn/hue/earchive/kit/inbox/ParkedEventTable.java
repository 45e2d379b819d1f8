package vn.hue.earchive.kit.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.trace.Trace;

/** Rows of parked and waiting events; each method in the caller's transaction. */
@Singleton
class ParkedEventTable {

    private static final String COLUMNS =
            """
            SELECT id, handler, state, topic, kafka_partition, kafka_offset, kafka_key, event_id,
                   event_type, aggregate_id, version, agency_id, error_code, attempts, trace_id,
                   parked_at, settled_at, payload
            FROM parked_event
            """;

    private final DataSource database;

    ParkedEventTable(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps an event; one that is kept already is left as it is, but a waiting one may become
     * parked.
     *
     * @param errorCode null for an event that only waits
     * @return the row's id when it has become PARKED or WAITING by this call
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> keep(
            String handler, Incoming in, @Nullable CloudEvent event, @Nullable String errorCode) {
        return query(
                        """
                        INSERT INTO parked_event
                            (id, handler, state, topic, kafka_partition, kafka_offset, kafka_key,
                             event_id, event_type, aggregate_id, version, agency_id, error_code,
                             attempts, payload, trace_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (handler, event_id) DO UPDATE
                            SET state = EXCLUDED.state, error_code = EXCLUDED.error_code,
                                attempts = EXCLUDED.attempts, trace_id = EXCLUDED.trace_id
                            WHERE parked_event.state = 'WAITING' AND EXCLUDED.state = 'PARKED'
                        RETURNING id\
                        """,
                        row -> row.getObject(1, UUID.class),
                        Ids.next(),
                        handler,
                        errorCode == null ? "WAITING" : "PARKED",
                        in.topic(),
                        in.partition(),
                        in.offset(),
                        in.key(),
                        event == null ? in.derivedId() : event.id(),
                        event == null ? null : event.type(),
                        event == null ? null : event.subject(),
                        event == null ? null : event.aggregateversion(),
                        event == null ? null : event.agencyid(),
                        errorCode,
                        errorCode == null ? 0 : 1,
                        in.payload(),
                        Trace.current().traceId())
                .stream()
                .findFirst();
    }

    /** The waiting event of an aggregate with the lowest version. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ParkedEvent> nextWaiting(String handler, UUID aggregateId) {
        return events(
                        """
                        WHERE handler = ? AND aggregate_id = ? AND state = 'WAITING'
                        ORDER BY version LIMIT 1\
                        """,
                        handler,
                        aggregateId)
                .stream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ParkedEvent> find(UUID id) {
        return events("WHERE id = ?", id).stream().findFirst();
    }

    /** Newest last; {@code after} is the id of the last row of the page before. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<ParkedEvent> list(String state, UUID after, int atMost) {
        return events("WHERE state = ? AND id > ? ORDER BY id LIMIT ?", state, after, atMost);
    }

    /** HANDLED or DISCARDED, for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(UUID id, String state, String by, @Nullable String reason) {
        query(
                """
                UPDATE parked_event
                SET state = ?, settled_at = clock_timestamp(), settled_by = ?, reason = ?
                WHERE id = ? RETURNING id\
                """,
                row -> row.getObject(1, UUID.class),
                state,
                by,
                reason,
                id);
    }

    /** Notes that a replay failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void failedAgain(UUID id, String errorCode) {
        query(
                """
                UPDATE parked_event SET attempts = attempts + 1, error_code = ?, trace_id = ?
                WHERE id = ? RETURNING id\
                """,
                row -> row.getObject(1, UUID.class),
                errorCode,
                Trace.current().traceId(),
                id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    long parked() {
        return query(
                        "SELECT count(*) FROM parked_event WHERE state = 'PARKED'",
                        row -> row.getLong(1))
                .getFirst();
    }

    private List<ParkedEvent> events(String where, Object... values) {
        return query(COLUMNS + where, ParkedEventTable::event, values);
    }

    private static ParkedEvent event(ResultSet row) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new ParkedEvent(
                row.getObject("id", UUID.class),
                row.getString("handler"),
                row.getString("state"),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                row.getString("kafka_key"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getObject("version", Long.class),
                row.getObject("agency_id", UUID.class),
                row.getString("error_code"),
                row.getInt("attempts"),
                row.getString("trace_id"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                settled == null ? null : settled.toInstant(),
                row.getBytes("payload"));
    }

    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Mapping<T> mapping, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapping.of(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The parked events cannot be read or written", e);
        }
    }
}
