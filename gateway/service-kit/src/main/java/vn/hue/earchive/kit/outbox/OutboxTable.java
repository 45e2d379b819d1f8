package vn.hue.earchive.kit.outbox;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * The relay's statements, each method one transaction of the job {@code outbox-relay}. Time is the
 * database's, so that instances whose clocks differ agree on who holds a lease.
 */
@Singleton
class OutboxTable {

    private static final String JOB = "outbox-relay";

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** An unsent event. */
    record Row(
            long position,
            int shard,
            String topic,
            UUID aggregateId,
            long version,
            String envelope) {}

    /**
     * Renews what this relay holds and claims what is free, up to its fair share of the shards.
     *
     * @return shard → epoch of the lease
     */
    Map<Integer, Long> lease(String owner, Duration time) {
        return transaction(connection -> {
            int share = share(connection, owner, time);
            release(connection, owner, share);
            claim(connection, owner, share, time);
            return held(connection, owner);
        });
    }

    private static int share(Connection connection, String owner, Duration time)
            throws SQLException {
        try (PreparedStatement seen =
                connection.prepareStatement(
                        """
                        INSERT INTO outbox_relay (owner, seen_until)
                        VALUES (?, clock_timestamp() + ? * interval '1 millisecond')
                        ON CONFLICT (owner) DO UPDATE SET seen_until = EXCLUDED.seen_until\
                        """)) {
            seen.setString(1, owner);
            seen.setLong(2, time.toMillis());
            seen.executeUpdate();
        }
        try (PreparedStatement alive =
                        connection.prepareStatement(
                                """
                                SELECT count(*) FROM outbox_relay
                                WHERE seen_until > clock_timestamp()\
                                """);
                ResultSet row = alive.executeQuery()) {
            row.next();
            int relays = Math.max(1, row.getInt(1));
            return (Outbox.SHARDS + relays - 1) / relays;
        }
    }

    /** Gives up what is beyond the share, so that a relay that has joined can claim it. */
    private static void release(Connection connection, String owner, int share)
            throws SQLException {
        try (PreparedStatement release =
                connection.prepareStatement(
                        """
                        UPDATE outbox_shard SET owner = NULL, leased_until = '-infinity'
                        WHERE shard IN (SELECT shard FROM outbox_shard WHERE owner = ?
                                        ORDER BY shard OFFSET ? FOR UPDATE)\
                        """)) {
            release.setString(1, owner);
            release.setInt(2, share);
            release.executeUpdate();
        }
    }

    private static void claim(Connection connection, String owner, int share, Duration time)
            throws SQLException {
        try (PreparedStatement claim =
                connection.prepareStatement(
                        """
                        UPDATE outbox_shard
                        SET epoch = CASE WHEN owner = ? AND leased_until > clock_timestamp()
                                         THEN epoch ELSE epoch + 1 END,
                            owner = ?,
                            leased_until = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE shard IN (
                            SELECT shard FROM outbox_shard
                            WHERE owner = ? OR leased_until <= clock_timestamp()
                            ORDER BY (owner = ?) DESC NULLS LAST, shard
                            LIMIT ? FOR UPDATE SKIP LOCKED)\
                        """)) {
            claim.setString(1, owner);
            claim.setString(2, owner);
            claim.setLong(3, time.toMillis());
            claim.setString(4, owner);
            claim.setString(5, owner);
            claim.setInt(6, share);
            claim.executeUpdate();
        }
    }

    private static Map<Integer, Long> held(Connection connection, String owner)
            throws SQLException {
        try (PreparedStatement held =
                connection.prepareStatement(
                        "SELECT shard, epoch FROM outbox_shard WHERE owner = ?")) {
            held.setString(1, owner);
            Map<Integer, Long> shards = new TreeMap<>();
            try (ResultSet row = held.executeQuery()) {
                while (row.next()) {
                    shards.put(row.getInt(1), row.getLong(2));
                }
            }
            return shards;
        }
    }

    /** Unsent rows of these shards, oldest first. */
    List<Row> unsent(Iterable<Integer> shards, int atMost) {
        return transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(
                            """
                            SELECT position, shard, topic, aggregate_id, version, envelope
                            FROM outbox WHERE sent_at IS NULL AND shard = ANY (?)
                            ORDER BY position LIMIT ?\
                            """)) {
                select.setArray(1, integers(connection, shards));
                select.setInt(2, atMost);
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(
                                new Row(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getObject(4, UUID.class),
                                        row.getLong(5),
                                        row.getString(6)));
                    }
                }
                return rows;
            }
        });
    }

    /**
     * Marks rows as sent while every lease is still the one they were read under. A relay that was
     * paused past its lease marks nothing: the new owner sends again, and consumers deduplicate.
     *
     * @param leases shard → epoch
     * @param beforeCommit runs with the marks written
     * @return false when a lease was lost
     */
    boolean mark(Map<Integer, Long> leases, List<Row> sent, Runnable beforeCommit) {
        return transaction(connection -> {
            if (!stillHolds(connection, leases)) {
                return false;
            }
            try (PreparedStatement mark =
                    connection.prepareStatement(
                            """
                            UPDATE outbox SET sent_at = clock_timestamp()
                            WHERE position = ANY (?) AND sent_at IS NULL\
                            """)) {
                mark.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", sent.stream().map(Row::position).toArray()));
                mark.executeUpdate();
            }
            beforeCommit.run();
            return true;
        });
    }

    /** Locks the leases for the rest of the transaction: nobody can claim them meanwhile. */
    private static boolean stillHolds(Connection connection, Map<Integer, Long> leases)
            throws SQLException {
        try (PreparedStatement fence =
                connection.prepareStatement(
                        """
                        SELECT shard, epoch FROM outbox_shard
                        WHERE shard = ANY (?) ORDER BY shard FOR SHARE\
                        """)) {
            fence.setArray(1, integers(connection, leases.keySet()));
            Map<Integer, Long> now = new TreeMap<>();
            try (ResultSet row = fence.executeQuery()) {
                while (row.next()) {
                    now.put(row.getInt(1), row.getLong(2));
                }
            }
            return now.equals(leases);
        }
    }

    /** Lets others have the shards at once; for an orderly stop. */
    void release(String owner) {
        transaction(connection -> {
            release(connection, owner, 0);
            try (PreparedStatement gone =
                    connection.prepareStatement(
                            """
                            DELETE FROM outbox_relay
                            WHERE owner = ? OR seen_until < clock_timestamp()\
                            """)) {
                gone.setString(1, owner);
                return gone.executeUpdate();
            }
        });
    }

    /** Age in seconds of the oldest event that waits; 0 when none does. */
    double oldestUnsentSeconds() {
        return transaction(connection -> {
            try (PreparedStatement oldest =
                            connection.prepareStatement(
                                    """
                                    SELECT extract(epoch FROM clock_timestamp() - recorded_at)
                                    FROM outbox WHERE sent_at IS NULL
                                    ORDER BY position LIMIT 1\
                                    """);
                    ResultSet row = oldest.executeQuery()) {
                return row.next() ? row.getDouble(1) : 0.0;
            }
        });
    }

    private static Array integers(Connection connection, Iterable<Integer> values)
            throws SQLException {
        List<Integer> list = new ArrayList<>();
        values.forEach(list::add);
        return connection.createArrayOf("integer", list.toArray());
    }

    private interface Statements<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T transaction(Statements<T> statements) {
        Function<Statements<T>, T> run =
                work -> {
                    try (Connection connection = database.getConnection()) {
                        return work.run(connection);
                    } catch (SQLException e) {
                        throw new IllegalStateException("The outbox does not answer", e);
                    }
                };
        return JobScope.transaction(JOB, () -> run.apply(statements));
    }
}
