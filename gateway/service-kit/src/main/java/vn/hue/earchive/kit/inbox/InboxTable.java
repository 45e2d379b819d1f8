package vn.hue.earchive.kit.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What a handler remembers of events and aggregates; in the transaction of the effect. */
@Singleton
class InboxTable {

    private static final String LOCK =
            """
            SELECT version FROM inbox_stream WHERE handler = ? AND aggregate_id = ? FOR UPDATE\
            """;
    private static final String START =
            """
            INSERT INTO inbox_stream (handler, aggregate_id) VALUES (?, ?)
            ON CONFLICT DO NOTHING\
            """;
    private static final String KNOWN =
            """
            SELECT EXISTS (SELECT 1 FROM inbox WHERE handler = ? AND event_id = ?)
                OR EXISTS (SELECT 1 FROM parked_event WHERE handler = ? AND event_id = ?),
                EXISTS (SELECT 1 FROM parked_event
                        WHERE handler = ? AND aggregate_id = ? AND state = 'PARKED'),
                EXISTS (SELECT 1 FROM parked_event
                        WHERE handler = ? AND aggregate_id = ? AND state = 'WAITING')\
            """;

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    /**
     * What is known before an event is handled.
     *
     * @param duplicate the event was handled, or waits, or is parked
     * @param blocked an event of this aggregate is parked
     * @param waiting an event of this aggregate waits
     */
    record Known(boolean duplicate, boolean blocked, boolean waiting) {}

    /** Locks the aggregate for this handler; returns the version that was handled last, from 0. */
    @Transactional(Transactional.TxType.MANDATORY)
    long lock(String handler, UUID aggregateId) {
        try (Connection connection = database.getConnection()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                    lock.setString(1, handler);
                    lock.setObject(2, aggregateId);
                    try (ResultSet row = lock.executeQuery()) {
                        if (row.next()) {
                            return row.getLong(1);
                        }
                    }
                }
                try (PreparedStatement start = connection.prepareStatement(START)) {
                    start.setString(1, handler);
                    start.setObject(2, aggregateId);
                    start.executeUpdate();
                }
            }
            throw new IllegalStateException("The stream of an aggregate was not made");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Known known(String handler, UUID eventId, UUID aggregateId) {
        try (Connection connection = database.getConnection();
                PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setString(1, handler);
            known.setObject(2, eventId);
            known.setString(3, handler);
            known.setObject(4, eventId);
            known.setString(5, handler);
            known.setObject(6, aggregateId);
            known.setString(7, handler);
            known.setObject(8, aggregateId);
            try (ResultSet row = known.executeQuery()) {
                row.next();
                return new Known(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Remembers the event. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remember(String handler, UUID eventId) {
        update(
                "INSERT INTO inbox (handler, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                handler,
                eventId);
    }

    /** Notes how far the handler is; never back. */
    @Transactional(Transactional.TxType.MANDATORY)
    void advance(String handler, UUID aggregateId, long version) {
        update(
                """
                UPDATE inbox_stream SET version = greatest(version, ?)
                WHERE handler = ? AND aggregate_id = ?\
                """,
                version,
                handler,
                aggregateId);
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The inbox does not answer", cause);
    }
}
