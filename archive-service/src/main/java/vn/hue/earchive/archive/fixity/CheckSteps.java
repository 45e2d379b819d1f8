package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.custody.Backoff;
import vn.hue.earchive.archive.custody.CopyQueue;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.custody.KeptObjects.CopyState;
import vn.hue.earchive.archive.fixity.CheckCopies.Checked;
import vn.hue.earchive.archive.fixity.Findings.Unsettled;
import vn.hue.earchive.archive.store.CopyReport;
import vn.hue.earchive.archive.store.Defect;
import vn.hue.earchive.archive.store.Repaired;

/** The transactions of checking and repairing. */
@ApplicationScoped
class CheckSteps {

    private static final Logger LOG = Logger.getLogger(CheckSteps.class);
    private final CopyQueue queue;
    private final Findings findings;
    private final Tally tally;
    private final FixityConfig config;
    private final Clock clock;

    CheckSteps(CopyQueue queue, Findings findings, Tally tally, FixityConfig config, Clock clock) {
        this.queue = queue;
        this.findings = findings;
        this.tally = tally;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    List<Taken> take() {
        Instant now = now();
        return queue.take(CopyState.GOOD, config.batch(), now, now.plus(config.lease()));
    }

    @Transactional
    void note(List<Checked> checked, List<Taken> unread) {
        Instant now = now();
        Tally.Sums sums = tally.of(now);
        checked.stream()
                .sorted(
                        Comparator.comparing((Checked each) -> each.copy().objectId())
                                .thenComparing(each -> each.copy().store()))
                .forEach(each -> note(each, sums, now));
        // The store was silent, or a writer is at work on the object.
        unread.forEach(copy -> queue.later(copy, null, now.plus(config.firstRetry())));
        tally.add(sums);
    }

    private void note(Checked checked, Tally.Sums sums, Instant now) {
        Taken copy = checked.copy();
        CopyReport report = checked.report();
        sums.checked(copy, report);
        if (report.isGood()) {
            if (!copy.listing().equals(report.listing())) {
                queue.learn(copy, report.inventories(), report.listing());
            }
            if (queue.good(copy, now, nextCheck(copy, now))) {
                findings.found(copy, List.of(), now);
            }
        } else if (queue.bad(copy, now)) {
            sums.found(copy, findings.found(copy, report.defects(), now));
            queue.hurrySiblings(copy, now);
            LOG.errorf(
                    "Copy is bad objectId=%s store=%s defects=%d first=%s %s",
                    copy.objectId(),
                    copy.store(),
                    report.defects().size(),
                    report.defects().getFirst().kind(),
                    report.defects().getFirst().path());
        }
    }

    /**
     * A copy to repair.
     *
     * @param findings what is wrong with it
     */
    record Patient(Taken copy, List<Unsettled> findings) {}

    @Transactional
    Optional<Patient> takeBad() {
        Instant now = now();
        return queue.take(CopyState.BAD, 1, now, now.plus(config.lease())).stream()
                .findFirst()
                .map(copy -> new Patient(copy, findings.unsettled(copy)));
    }

    /**
     * Notes what a repair did, and what a check after it says.
     *
     * @param repaired one for each finding of the patient, in order
     */
    @Transactional
    void repaired(Patient patient, List<Repaired> repaired, CopyReport after) {
        Instant now = now();
        Taken copy = patient.copy();
        List<String> wrong = after.defects().stream().map(Defect::path).toList();
        boolean current =
                after.isGood()
                        ? queue.good(copy, now, nextCheck(copy, now))
                        : queue.later(copy, problem(repaired), retry(copy, now));
        if (!current) {
            return;
        }
        Tally.Sums sums = tally.of(now);
        sums.checked(copy, after);
        for (int at = 0; at < repaired.size(); at++) {
            Repaired each = repaired.get(at);
            boolean said =
                    switch (each.outcome()) {
                        case REPAIRED, SET_ASIDE -> !wrong.contains(each.defect().path());
                        case UNREPAIRABLE, LEFT -> wrong.contains(each.defect().path());
                    };
            if (said) {
                findings.settle(copy, patient.findings().get(at), each, now);
                sums.settled(copy, each.outcome());
            }
        }
        sums.found(copy, findings.found(copy, after.defects(), now));
        tally.add(sums);
    }

    @Transactional
    void repairLater(Taken copy, String problem) {
        queue.later(copy, problem, retry(copy, now()));
    }

    private static String problem(List<Repaired> repaired) {
        return repaired.stream()
                .map(Repaired::outcome)
                .filter(outcome -> outcome == Repaired.Outcome.UNREPAIRABLE)
                .findFirst()
                .map(Enum::name)
                .orElse("STILL_BAD");
    }

    private Instant nextCheck(Taken copy, Instant now) {
        return now.plus(CheckInterval.of(config.cycle(), copy.retentionCode(), copy.keptAt(), now));
    }

    private Instant retry(Taken copy, Instant now) {
        return now.plus(Backoff.pause(copy.attempts(), config.firstRetry(), config.longestRetry()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
