package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.store.AipConflict;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Makes the copies that a holding lacks because a store was down when it was preserved. Takes one
 * holding at a time, holds no lock while bytes flow, and may be killed at any step: the copy is
 * made again or found complete.
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

    /** Heals the next holding that is due; false when none is. */
    boolean healNext() {
        Optional<HealingSteps.Patient> due = steps.take();
        due.ifPresent(this::heal);
        return due.isPresent();
    }

    private void heal(HealingSteps.Patient patient) {
        var failed = new ArrayList<String>();
        for (String name : store.stores()) {
            if (patient.stores().contains(name)) {
                continue;
            }
            try {
                store.replicate(patient.aipId(), name);
                steps.copied(patient.holdingId(), name);
                LOG.infof("copy made holdingId=%s store=%s", patient.holdingId(), name);
            } catch (Problem e) {
                failed.add(e.type().code());
                LOG.debugf(e, "copy not made holdingId=%s store=%s", patient.holdingId(), name);
            } catch (AipConflict | FixityFailure e) {
                failed.add(e.getClass().getSimpleName());
                LOG.errorf(e, "copy not made holdingId=%s store=%s", patient.holdingId(), name);
            }
        }
        if (!failed.isEmpty()) {
            steps.later(patient, failed.getFirst());
        }
    }

    /** The transactions of the healing. */
    @ApplicationScoped
    static class HealingSteps {

        private final Holdings holdings;
        private final TakeCustody custody;
        private final CustodyConfig config;
        private final Clock clock;

        HealingSteps(Holdings holdings, TakeCustody custody, CustodyConfig config, Clock clock) {
            this.holdings = holdings;
            this.custody = custody;
            this.config = config;
            this.clock = clock;
        }

        /**
         * @param stores that hold a verified copy
         */
        record Patient(UUID holdingId, String aipId, List<String> stores, int attempt) {}

        @Transactional
        Optional<Patient> take() {
            Instant now = now();
            return holdings.claimUnderReplicated(now)
                    .map(holding -> {
                        holding.takeForHealing(now.plus(config.healing().lease()));
                        return new Patient(
                                holding.id(),
                                holding.aipId(),
                                names(holding.id()),
                                holding.healAttempts());
                    });
        }

        @Transactional
        void copied(UUID holdingId, String store) {
            Holding holding = holdings.lock(holdingId).orElseThrow();
            Instant now = now();
            holdings.copyVerified(holding, store, now);
            if (holding.state() instanceof HoldingState.Stored) {
                custody.replicateIfEnough(holding, names(holdingId), now);
            }
        }

        @Transactional
        void later(Patient patient, String problem) {
            Duration pause =
                    config.healing()
                            .firstRetry()
                            .multipliedBy(1L << Math.min(20, Math.max(0, patient.attempt() - 1)));
            Duration longest = config.healing().longestRetry();
            holdings.lock(patient.holdingId())
                    .filter(holding -> holding.state() instanceof HoldingState.Stored)
                    .ifPresent(holding ->
                            holding.healLater(
                                    problem,
                                    now().plus(pause.compareTo(longest) > 0 ? longest : pause)));
        }

        @Transactional
        long underReplicated() {
            return holdings.countUnderReplicated();
        }

        private List<String> names(UUID holdingId) {
            return holdings.copies(holdingId).stream().map(Holdings.Copy::store).toList();
        }

        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }
}
