package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.rebuild.ReadChunks.Item;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Read;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Run;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Writes what was read, in some transactions at once: what is said of one dossier in the order of
 * the places, in one of them. How far the rebuild is, is noted when all have committed.
 */
@ApplicationScoped
class WriteChunks {

    private static final Logger LOG = Logger.getLogger(WriteChunks.class);

    private final WriteChunk write;
    private final int writers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WriteChunks(WriteChunk write, RebuildConfig config) {
        this.write = write;
        this.writers = config.writers();
    }

    /**
     * Writes some objects; may be done again with the same.
     *
     * @param known rows that many dossiers speak of and that are written; added to
     * @throws RebuildRuns.Overtaken when another worker goes on
     * @throws InterruptedException when the thread is to stop
     */
    Read write(Run run, List<Item> items, Set<JsonNode> known) throws InterruptedException {
        List<Item> due = write.due(run, items);
        @Nullable Set<JsonNode> shared = shared(run, due, known);
        if (shared == null) {
            return oneByOne(run, due, Set.of()); // one of them is refused
        }
        Set<JsonNode> written = Set.copyOf(shared);
        List<Future<Read>> running = new ArrayList<>();
        for (List<Item> group : groups(due)) {
            running.add(
                    threads.submit(() ->
                            JobScope.call(RebuildWorker.JOB, () -> group(run, group, written))));
        }
        Read sum = Read.NOTHING;
        for (Future<Read> each : running) {
            sum = sum.plus(await(each));
        }
        known.addAll(written);
        return sum;
    }

    private @Nullable Set<JsonNode> shared(Run run, List<Item> due, Set<JsonNode> known) {
        try {
            Set<JsonNode> all = new HashSet<>(known);
            all.addAll(write.shared(run, due, known));
            return all;
        } catch (RebuildRuns.Overtaken | Problem e) {
            throw e;
        } catch (RuntimeException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            return null;
        }
    }

    /** What is said of one dossier is in one group. */
    private List<List<Item>> groups(List<Item> items) {
        TreeMap<Integer, List<Item>> groups = new TreeMap<>();
        for (Item item : items) {
            int group = Math.floorMod(dossier(item).hashCode(), writers);
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
        }
        return List.copyOf(groups.values());
    }

    private static Object dossier(Item item) {
        if (item.custody() != null) {
            return item.custody().dossier().description().dossierId();
        }
        if (item.paper() != null && item.paper().returned() != null) {
            return item.paper().returned().aggregateId();
        }
        return item.object().place();
    }

    /** All in one, or, when one of them breaks a rule of the tables, each by itself. */
    private Read group(Run run, List<Item> items, Set<JsonNode> shared) {
        try {
            return write.write(run, items, shared);
        } catch (RebuildRuns.Overtaken | Problem e) {
            throw e;
        } catch (RuntimeException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            if (items.size() > 1) {
                return oneByOne(run, items, shared);
            }
            LOG.errorf(
                    e,
                    "record refused rebuildId=%s place=%s",
                    run.id(),
                    items.getFirst().object().place());
            return write.refuse(run, items.getFirst(), e.getClass().getSimpleName());
        }
    }

    private Read oneByOne(Run run, List<Item> items, Set<JsonNode> shared) {
        return items.stream()
                .map(item -> group(run, List.of(item), shared))
                .reduce(Read.NOTHING, Read::plus);
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

    private static Read await(Future<Read> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException meaning) {
                throw meaning;
            }
            throw new IllegalStateException(Objects.requireNonNull(e.getCause()));
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
