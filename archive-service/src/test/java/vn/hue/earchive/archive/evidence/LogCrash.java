package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.evidence.EvidenceProgress.Step;

/** Ends the sequencer at one step, once, as {@code kill -9} would; or lets it sleep there. */
@ApplicationScoped
class LogCrash {

    /** Passes every handler of failures. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed by the test");
        }
    }

    static final String SLEEPER = "sleeping-instance";

    private final AtomicReference<@Nullable Step> armed = new AtomicReference<>();
    private volatile Step bed = Step.CHECKED;
    private volatile CountDownLatch asleep = new CountDownLatch(1);
    private volatile CountDownLatch wake = new CountDownLatch(1);

    void killOnce(Step at) {
        armed.set(at);
    }

    boolean hasKilled() {
        return armed.get() == null;
    }

    void sleepOnce(Step at) {
        bed = at;
        asleep = new CountDownLatch(1);
        wake = new CountDownLatch(1);
    }

    void awaitSleep() throws InterruptedException {
        asleep.await();
    }

    void wake() {
        wake.countDown();
    }

    void at(@Observes EvidenceProgress progress) {
        if (Thread.currentThread().getName().equals(SLEEPER)) {
            if (progress.step() == bed && asleep.getCount() > 0) {
                asleep.countDown();
                try {
                    wake.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return;
        }
        if (armed.compareAndSet(progress.step(), null)) {
            throw new Killed();
        }
    }
}
