package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.custody.KeptObjects.CopyState;
import vn.hue.earchive.archive.store.AipConflict;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Makes the copies that are missing: because a store was down when the object was preserved,
 * because a store is new, or because the policy asks for more. Takes one copy at a time, holds no
 * lock while bytes flow, and may be killed at any step: the copy is made again or found complete.
 */
@ApplicationScoped
class HealCopies {

    private static final Logger LOG = Logger.getLogger(HealCopies.class);

    private final HealingSteps steps;
    private final AipStore store;

    HealCopies(HealingSteps steps, AipStore store) {
        this.steps = steps;
        this.store = store;
    }

    /** Makes the next copy that is due; false when none is. */
    boolean healNext() {
        Optional<Taken> due = steps.take();
        due.ifPresent(this::heal);
        return due.isPresent();
    }

    private void heal(Taken copy) {
        try {
            store.replicate(copy.objectId(), copy.store());
            steps.made(copy);
            LOG.infof("copy made objectId=%s store=%s", copy.objectId(), copy.store());
        } catch (Problem e) {
            steps.later(copy, e.type().code());
            LOG.debugf(e, "copy not made objectId=%s store=%s", copy.objectId(), copy.store());
        } catch (AipConflict | FixityFailure e) {
            steps.later(copy, e.getClass().getSimpleName());
            LOG.errorf(e, "copy not made objectId=%s store=%s", copy.objectId(), copy.store());
        }
    }

    /** The transactions of the healing. */
    @ApplicationScoped
    static class HealingSteps {

        private final CopyQueue queue;
        private final KeptObjects kept;
        private final CopyTable table;
        private final Holdings holdings;
        private final TakeCustody custody;
        private final CustodyConfig config;
        private final Clock clock;

        HealingSteps(
                CopyQueue queue,
                KeptObjects kept,
                CopyTable table,
                Holdings holdings,
                TakeCustody custody,
                CustodyConfig config,
                Clock clock) {
            this.queue = queue;
            this.kept = kept;
            this.table = table;
            this.holdings = holdings;
            this.custody = custody;
            this.config = config;
            this.clock = clock;
        }

        @Transactional
        Optional<Taken> take() {
            Instant now = now();
            return queue
                    .take(CopyState.MISSING, 1, now, now.plus(config.healing().lease()))
                    .stream()
                    .findFirst();
        }

        @Transactional
        void made(Taken copy) {
            Instant now = now();
            Optional<Holding> holding =
                    Optional.ofNullable(copy.holdingId()).flatMap(holdings::lock);
            if (!queue.made(copy, now)) {
                return; // it has got another version meanwhile, and is taken again
            }
            holding.filter(each -> each.state() instanceof HoldingState.Stored)
                    .ifPresent(each ->
                            custody.replicateIfEnough(each, verified(copy.objectId()), now));
        }

        @Transactional
        void later(Taken copy, String problem) {
            queue.later(
                    copy,
                    problem,
                    now().plus(
                                    Backoff.pause(
                                            copy.attempts(),
                                            config.healing().firstRetry(),
                                            config.healing().longestRetry())));
        }

        @Transactional
        long underReplicated() {
            return table.countUnderReplicated();
        }

        private List<String> verified(String objectId) {
            return kept.copies(objectId).stream()
                    .filter(each -> each.state() == CopyState.GOOD)
                    .map(KeptObjects.Copy::store)
                    .toList();
        }

        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }
}
