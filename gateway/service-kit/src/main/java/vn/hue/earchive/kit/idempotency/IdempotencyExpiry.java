package vn.hue.earchive.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Forgets answers that are older than {@code earchive.idempotency.retention} (24 h), a bounded
 * batch at a time; instances pass over each other's rows.
 */
@Singleton
class IdempotencyExpiry {

    private static final Logger LOG = Logger.getLogger(IdempotencyExpiry.class);
    private static final int BATCH = 1000;

    private final DataSource database;
    private final Clock clock;
    private final Duration retention;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("idempotency-expiry").daemon().factory());
    private @Nullable ScheduledFuture<?> running;

    IdempotencyExpiry(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "earchive.idempotency.retention", defaultValue = "24h")
                    Duration retention) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        running = timer.scheduleWithFixedDelay(this::run, 1, 10, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            int forgotten = BATCH;
            while (forgotten == BATCH) {
                forgotten = forget();
            }
        } catch (RuntimeException e) {
            LOG.warn("Old idempotency keys were not forgotten", e);
        }
    }

    /** Forgets one batch; returns how many it were. */
    int forget() {
        return JobScope.call(
                "idempotency-expiry",
                () -> QuarkusTransaction.requiringNew().call(this::deleteBatch));
    }

    private int deleteBatch() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                """
                                DELETE FROM idempotency
                                WHERE (client, agency_id, operation, key) IN (
                                    SELECT client, agency_id, operation, key FROM idempotency
                                    WHERE answered_at < ? LIMIT ? FOR UPDATE SKIP LOCKED)\
                                """)) {
            delete.setObject(1, clock.instant().minus(retention).atOffset(ZoneOffset.UTC));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> at = running;
        if (at != null) {
            at.cancel(false);
        }
        timer.shutdown();
    }
}
