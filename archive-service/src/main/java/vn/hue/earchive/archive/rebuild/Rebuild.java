package vn.hue.earchive.archive.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
    private final WriteChunk write;
    private final WalkTables tables;
    private final IssueReport report;
    private final Event<RebuildProgress> progress;

    Rebuild(
            RebuildRuns runs,
            Shadow shadow,
            ReadChunks chunks,
            WriteChunk write,
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
        for (List<Item> items = walk.next(); !items.isEmpty(); items = walk.next()) {
            write(run, items);
            progress.fire(new RebuildProgress(run.id(), Stage.READ));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> runs.stage(run, run.restores() ? Stage.RESTORE : Stage.COMPARE));
    }

    /** All in one, or, when one of them breaks a rule of the tables, each by itself. */
    private void write(Run run, List<Item> items) {
        try {
            write.write(run, items);
        } catch (RebuildRuns.Overtaken | Problem e) {
            throw e;
        } catch (RuntimeException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            if (items.size() > 1) {
                items.forEach(item -> write(run, List.of(item)));
            } else {
                LOG.errorf(
                        e,
                        "record refused rebuildId=%s place=%s",
                        run.id(),
                        items.getFirst().object().place());
                write.refuse(run, items.getFirst(), e.getClass().getSimpleName());
            }
        }
    }

    /** SQLSTATE classes 22 and 23, or a record that lacks what every record has. */
    private static boolean isAboutTheData(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                return state.startsWith("22") || state.startsWith("23");
            }
        }
        return failure instanceof NullPointerException
                || failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException;
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
