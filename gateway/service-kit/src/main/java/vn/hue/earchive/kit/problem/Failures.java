package vn.hue.earchive.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Finds the meaning of a failure, however deep the frameworks have wrapped it. */
public final class Failures {

    private static final int MAX_DEPTH = 20;

    /**
     * Classes of SQLSTATE that pass: connection, rollback of a serialisation failure or deadlock,
     * resources, object in use, operator intervention, system error.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private Failures() {}

    /** The problem that the caller is told; INTERNAL when the failure has no meaning for them. */
    public static Problem problem(Throwable failure) {
        for (Throwable at : chain(failure)) {
            Problem known = known(at);
            if (known != null) {
                return known;
            }
        }
        return new Problem(CommonProblem.INTERNAL).causedBy(failure);
    }

    /**
     * True for trouble that passes by itself: a database, store or broker that is down or busy. The
     * same work may be tried again.
     */
    public static boolean isTransient(Throwable failure) {
        Problem problem = problem(failure);
        return problem.type().retryable();
    }

    private static @Nullable Problem known(Throwable at) {
        return switch (at) {
            case Problem problem -> problem;
            case OptimisticLockException stale ->
                    new Problem(CommonProblem.STALE_ETAG).causedBy(stale);
            case StaleStateException stale -> new Problem(CommonProblem.STALE_ETAG).causedBy(stale);
            case ForbiddenException forbidden ->
                    new Problem(CommonProblem.FORBIDDEN).causedBy(forbidden);
            case UnauthorizedException missing ->
                    new Problem(CommonProblem.UNAUTHENTICATED).causedBy(missing);
            case AuthenticationFailedException refused ->
                    new Problem(CommonProblem.UNAUTHENTICATED).causedBy(refused);
            case SQLException sql when isPassing(sql) ->
                    new Problem(CommonProblem.DATABASE_UNAVAILABLE).causedBy(sql);
            case KafkaException kafka ->
                    new Problem(CommonProblem.BROKER_UNAVAILABLE).causedBy(kafka);
            default -> null;
        };
    }

    private static boolean isPassing(SQLException failure) {
        if (failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        // The pool's own refusals (acquisition timeout, closed) carry no state.
        return state == null || (state.length() == 5 && PASSING.contains(state.substring(0, 2)));
    }

    /** The failure and its causes, outermost first. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable at = failure;
        while (at != null && chain.size() < MAX_DEPTH) {
            chain.add(at);
            at = at.getCause();
        }
        return chain;
    }
}
