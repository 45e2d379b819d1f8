package vn.hue.earchive.kit.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.Status;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work of the suite itself, on behalf of no agency: relay, consumers, scheduled jobs. Transactions
 * that start inside run as the role {@code <prefix>_jobs}, which sees the rows of every agency, so
 * each such piece of work names itself and scopes its own queries.
 *
 * <p>The scope is bound to the thread and to threads that are forked in a structured scope; work
 * that is handed to an executor opens its own.
 */
public final class JobScope {

    private static final ScopedValue<String> JOB = ScopedValue.newInstance();

    private JobScope() {}

    /**
     * Runs the work in the scope of a job.
     *
     * @param job its name, which becomes the actor of audit entries, for example {@code
     *     outbox-relay}
     * @throws IllegalStateException inside a transaction that has started without the scope
     */
    public static <T, X extends Throwable> T call(String job, ScopedValue.CallableOp<T, X> work)
            throws X {
        if (!JOB.isBound() && QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("Open the job scope before the transaction");
        }
        return ScopedValue.where(JOB, job).call(work);
    }

    /** See {@link #call}. */
    public static void run(String job, Runnable work) {
        call(
                job,
                () -> {
                    work.run();
                    return true;
                });
    }

    /**
     * Runs the work in a transaction of its own, in the scope of a job. An error comes out as it
     * is, so that nobody takes it for a failure of the work.
     */
    public static <T> T transaction(String job, Supplier<T> work) {
        try {
            return call(job, () -> QuarkusTransaction.requiringNew().call(work::get));
        } catch (QuarkusTransactionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Name of the job that the current thread works for. */
    public static Optional<String> current() {
        return JOB.isBound() ? Optional.of(JOB.get()) : Optional.empty();
    }
}
