package vn.hue.earchive.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Events on their way to Kafka, written in the transaction of what they tell. */
@ApplicationScoped
public class Outbox {

    static final int SHARDS = 16;

    private static final String ADD =
            """
            INSERT INTO outbox (shard, topic, aggregate_id, version, envelope)
            VALUES (?, ?, ?, ?, ?)\
            """;
    private static final String NUDGED = Outbox.class.getName();

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final RelayBell bell;

    Outbox(DataSource database, TransactionSynchronizationRegistry transactions, RelayBell bell) {
        this.database = database;
        this.transactions = transactions;
        this.bell = bell;
    }

    /**
     * Adds one event.
     *
     * @param topic without the deployment's prefix
     * @param aggregateId becomes the Kafka key and chooses the shard
     * @param envelope CloudEvent in structured JSON
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String topic, UUID aggregateId, long version, String envelope) {
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(ADD)) {
            row.setInt(1, shard(aggregateId));
            row.setString(2, topic);
            row.setObject(3, aggregateId);
            row.setLong(4, version);
            row.setString(5, envelope);
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The event was not written to the outbox", e);
        }
        nudgeAfterCommit();
    }

    /** Stable for ever: rows carry it. The low bits of a UUIDv7 are random. */
    static int shard(UUID aggregateId) {
        long mixed = aggregateId.getMostSignificantBits() ^ aggregateId.getLeastSignificantBits();
        return (int) ((mixed ^ (mixed >>> 32)) & (SHARDS - 1));
    }

    private void nudgeAfterCommit() {
        if (transactions.getResource(NUDGED) != null) {
            return;
        }
        transactions.putResource(NUDGED, true);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // Only the commit matters.
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            bell.ring();
                        }
                    }
                });
    }
}
