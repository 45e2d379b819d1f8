package vn.hue.earchive.kit.identity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts every transaction into a scope before its first statement: the role {@code <prefix>_app} and
 * the caller's agency for a request, the role {@code <prefix>_jobs} inside a {@link JobScope}. Both
 * last until the transaction ends. It hangs on the connection pool, so that no way of starting a
 * transaction misses it: annotation, {@code QuarkusTransaction}, plain JDBC.
 *
 * <p>It fails closed twice: a transaction without a scope is refused here, and the login role that
 * the pool connects as owns nothing and may read nothing.
 */
@Singleton
class TransactionScope implements AgroalPoolInterceptor {

    private static final String ENTER =
            "SELECT set_config('role', ?, true), set_config('earchive.agency_id', ?, true)";

    private final String app;
    private final String jobs;

    TransactionScope(@ConfigProperty(name = "earchive.database.role-prefix") String prefix) {
        if (!prefix.matches("[a-z]+")) {
            throw new IllegalArgumentException("earchive.database.role-prefix");
        }
        app = prefix + "_app";
        jobs = prefix + "_jobs";
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            // Start-up and health checks: they only ask whether the database is there.
            return;
        }
        if (JobScope.current().isPresent()) {
            enter(connection, jobs, "");
            return;
        }
        Caller caller =
                caller().orElseThrow(() ->
                        new IllegalStateException("A transaction needs a caller or a JobScope"));
        enter(connection, app, caller.agencyId().toString());
    }

    private static Optional<Caller> caller() {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return Optional.empty();
        }
        return container.instance(CurrentCaller.class).get().find();
    }

    private static void enter(Connection connection, String role, String agency) {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, role);
            statement.setString(2, agency);
            statement.execute();
        } catch (SQLException e) {
            throw new ScopeNotEntered(e);
        }
    }

    /** Keeps the database's failure as its cause, where the problem mapper finds it. */
    static final class ScopeNotEntered extends RuntimeException {
        ScopeNotEntered(SQLException cause) {
            super("The transaction could not enter its scope", cause);
        }
    }
}
