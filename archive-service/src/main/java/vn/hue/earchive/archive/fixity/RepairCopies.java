package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.fixity.CheckSteps.Patient;
import vn.hue.earchive.archive.store.ArchiveCopies;
import vn.hue.earchive.archive.store.CopyReport;
import vn.hue.earchive.archive.store.Pace;
import vn.hue.earchive.archive.store.Repaired;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Repairs what the checks found, one copy at a time, and checks it again. May be killed at any
 * step: a repair is done again or found done.
 */
@ApplicationScoped
class RepairCopies {

    private static final Logger LOG = Logger.getLogger(RepairCopies.class);

    private final CheckSteps steps;
    private final ArchiveCopies copies;

    RepairCopies(CheckSteps steps, ArchiveCopies copies) {
        this.steps = steps;
        this.copies = copies;
    }

    /** Repairs the next copy that is due; false when none is. */
    boolean repairNext(Pace pace) throws InterruptedException {
        Optional<Patient> due = steps.takeBad();
        if (due.isEmpty()) {
            return false;
        }
        Taken copy = due.get().copy();
        try {
            if (copy.attempts() > 1 && isGoodAgain(due.get(), pace)) {
                return true;
            }
            List<Repaired> repaired =
                    copies.repair(
                            copy.objectId(),
                            copy.store(),
                            copy.inventories(),
                            due.get().findings().stream().map(Findings.Unsettled::defect).toList());
            CopyReport after =
                    copies.check(copy.objectId(), copy.store(), copy.inventories(), pace);
            if (!after.settled()) {
                steps.repairLater(copy, "WRITER_AT_WORK");
                return true;
            }
            steps.repaired(due.get(), repaired, after);
            LOG.infof(
                    "Copy repaired objectId=%s store=%s good=%s outcomes=%s",
                    copy.objectId(),
                    copy.store(),
                    after.isGood(),
                    repaired.stream().map(Repaired::outcome).distinct().toList());
        } catch (Problem e) {
            steps.repairLater(copy, e.type().code());
            LOG.warnf(
                    "Copy could not be repaired objectId=%s store=%s cause=%s",
                    copy.objectId(), copy.store(), String.valueOf(e.getCause()));
        }
        return true;
    }

    /** A person may have restored it since it was found bad: then it is nobody's to overwrite. */
    private boolean isGoodAgain(Patient patient, Pace pace) throws InterruptedException {
        Taken copy = patient.copy();
        CopyReport now = copies.check(copy.objectId(), copy.store(), copy.inventories(), pace);
        if (now.isGood()) {
            steps.repaired(patient, List.of(), now);
        }
        return now.isGood();
    }
}
