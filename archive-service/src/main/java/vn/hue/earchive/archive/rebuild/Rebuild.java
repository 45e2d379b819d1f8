package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.rebuild.ReadChunks.Item;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Run;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Stage;
import vn.hue.earchive.archive.store.AipConflict;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Does the stages of a rebuild. May be killed at any point: whoever takes it next goes on after the
 * last step that was committed.
 *
 * <pre>
 *   PREPARE   an empty shadow of the tables
 *   READ      every object of the stores into the shadow
 *   RESTORE   rows that the database lacks are taken over, with their events
 *   COMPARE   row by row, shadow and database
 *   REPORT    into the stores
 * </pre>
 */
@ApplicationScoped
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final RebuildRuns runs;
    private final Shadow shadow;
    private final ReadChunks chunks;
    private final WriteChunks write;
    private final WalkTables tables;
    private final IssueReport report;
    private final Event<RebuildProgress> progress;

    Rebuild(
            RebuildRuns runs,
            Shadow shadow,
            ReadChunks chunks,
            WriteChunks write,
            WalkTables tables,
            IssueReport report,
            Event<RebuildProgress> progress) {
        this.runs = runs;
        this.shadow = shadow;
        this.chunks = chunks;
        this.write = write;
        this.tables = tables;
        this.report = report;
        this.progress = progress;
    }

    /**
     * Does the next stage of a rebuild, or what is left of it.
     *
     * @return false when there is none to work on
     * @throws InterruptedException when the thread is to stop
     */
    boolean next() throws InterruptedException {
        Optional<Run> taken = runs.take();
        if (taken.isEmpty()) {
            return false;
        }
        Run run = taken.get();
        try {
            switch (run.stage()) {
                case PREPARE -> prepare(run);
                case READ -> read(run);
                case RESTORE -> walk(run, tables::restore);
                case COMPARE -> walk(run, tables::compare);
                case REPORT -> report.note(run, report.write(run, report.draft(run)));
                case DONE -> throw new IllegalStateException("a finished rebuild is not taken");
            }
        } catch (RebuildRuns.Overtaken e) {
            LOG.infof("rebuild overtaken or cancelled rebuildId=%s", run.id());
        } catch (Problem e) {
            LOG.warnf("rebuild postponed rebuildId=%s problem=%s", run.id(), e.type().code());
            runs.later(run, e.type().code());
        } catch (AipConflict e) {
            LOG.errorf(e, "rebuild postponed rebuildId=%s", run.id());
            runs.later(run, "AIP_CONFLICT");
        } catch (RuntimeException e) {
            LOG.errorf(e, "rebuild postponed rebuildId=%s", run.id());
            runs.later(run, "INTERNAL");
        }
        return true;
    }

    private void prepare(Run run) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    shadow.prepare();
                    runs.stage(run, Stage.READ);
                });
    }

    private void read(Run run) throws InterruptedException {
        ReadChunks.Walk walk = chunks.after(run.atPlace());
        Set<JsonNode> known = new HashSet<>();
        for (List<Item> items = walk.next(); !items.isEmpty(); items = walk.next()) {
            RebuildRuns.Read read = write.write(run, items, known);
            progress.fire(new RebuildProgress(run.id(), Stage.READ));
            runs.read(run, items.getLast().object().place(), read);
            progress.fire(new RebuildProgress(run.id(), Stage.READ));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> runs.stage(run, run.restores() ? Stage.RESTORE : Stage.COMPARE));
    }

    private interface Step {
        WalkTables.@Nullable Position run(Run run, WalkTables.Position at);
    }

    private void walk(Run run, Step step) throws InterruptedException {
        WalkTables.Position at = WalkTables.Position.of(run);
        while (at != null) {
            at = step.run(run, at);
            progress.fire(new RebuildProgress(run.id(), run.stage()));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
