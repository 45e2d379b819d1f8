package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.store.ArchiveCopies;
import vn.hue.earchive.archive.store.CopyReport;
import vn.hue.earchive.archive.store.Pace;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Checks the copies that are due, the longest due first, and notes what it found. May be killed at
 * any step: what was not noted is checked again.
 */
@ApplicationScoped
class CheckCopies {

    private static final Logger LOG = Logger.getLogger(CheckCopies.class);

    private final CheckSteps steps;
    private final ArchiveCopies copies;

    CheckCopies(CheckSteps steps, ArchiveCopies copies) {
        this.steps = steps;
        this.copies = copies;
    }

    /** A copy and what its check says. */
    record Checked(Taken copy, CopyReport report) {}

    /** Checks some copies; false when none was due. */
    boolean checkNext(Pace pace) {
        List<Taken> taken = steps.take();
        List<Checked> checked = new ArrayList<>();
        List<Taken> unread = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        boolean stopping = false;
        for (Taken copy : taken) {
            if (stopping || silent.contains(copy.store())) {
                unread.add(copy);
                continue;
            }
            try {
                CopyReport report =
                        copies.check(copy.objectId(), copy.store(), copy.inventories(), pace);
                if (report.settled()) {
                    checked.add(new Checked(copy, report));
                } else {
                    unread.add(copy);
                }
            } catch (Problem e) {
                LOG.warnf(
                        "Copy could not be checked objectId=%s store=%s cause=%s",
                        copy.objectId(), copy.store(), String.valueOf(e.getCause()));
                silent.add(copy.store());
                unread.add(copy);
            } catch (InterruptedException e) {
                stopping = true;
                unread.add(copy);
            }
        }
        if (!taken.isEmpty()) {
            steps.note(checked, unread);
        }
        if (stopping) {
            Thread.currentThread().interrupt(); // after the notes, which would not survive it
        }
        return !taken.isEmpty();
    }
}
