package vn.hue.earchive.archive.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * The threads of one kind of background work. A step that fails is logged and the thread goes on
 * after its pause: what the step left undone is taken again by whoever comes to it.
 */
public final class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /** One piece of work. */
    @FunctionalInterface
    public interface Step {
        /** Whether there was something to do; then the next one follows without a pause. */
        boolean run() throws InterruptedException;
    }

    /**
     * Starts a thread in the scope of the job.
     *
     * @param job its name in logs and audit entries
     * @param pause when there was nothing to do, and after a failure
     */
    public void start(String job, Duration pause, Step step) {
        threads.add(
                Thread.ofVirtual()
                        .name(job)
                        .start(() -> JobScope.run(job, () -> loop(job, pause, step))));
    }

    /** Interrupts the threads and waits for them, 5 s for each at most. */
    public void stop() throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(STOP_WITHIN);
        }
    }

    private void loop(String job, Duration pause, Step step) {
        while (!stopping) {
            try {
                boolean busy = true;
                while (busy && !stopping) {
                    busy = step.run();
                }
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException | Error e) {
                if (!stopping) {
                    LOG.warnf(e, "%s failed, goes on", job);
                }
            }
            rest(pause);
        }
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
