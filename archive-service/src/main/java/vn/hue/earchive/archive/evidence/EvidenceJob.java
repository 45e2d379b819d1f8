package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import vn.hue.earchive.kit.identity.JobScope;

/** Transactions of the log itself, which belongs to no agency. */
@ApplicationScoped
class EvidenceJob {

    static final String NAME = "evidence-log";

    <T> T run(Supplier<T> work) {
        return JobScope.transaction(NAME, work);
    }

    void act(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }
}
