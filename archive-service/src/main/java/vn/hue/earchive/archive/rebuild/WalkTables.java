package vn.hue.earchive.archive.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Run;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Stage;

/** Walks through the tables, some rows in a transaction, each noted with how far it is. */
@ApplicationScoped
class WalkTables {

    /** Rows that are named one by one; beyond that they are counted. */
    private static final long NAMED = 1000;

    /** An object has about that many rows. */
    private static final int ROWS_OF_AN_OBJECT = 10;

    private final RebuildRuns runs;
    private final Shadow shadow;
    private final int rows;

    WalkTables(RebuildRuns runs, Shadow shadow, RebuildConfig config) {
        this.runs = runs;
        this.shadow = shadow;
        this.rows = config.batch() * ROWS_OF_AN_OBJECT;
    }

    /** Where the walk goes on. */
    record Position(ShadowTable table, List<String> key) {

        static Position of(Run run) {
            return ShadowTable.ALL_TABLES.stream()
                    .filter(table -> table.name().equals(run.atTable()))
                    .findFirst()
                    .map(table -> new Position(table, run.atKey()))
                    .orElseGet(() -> begin(ShadowTable.ALL_TABLES.getFirst()));
        }

        static Position begin(ShadowTable table) {
            return new Position(table, table.before());
        }

        /** Null at the end of the last table. */
        @Nullable Position then(@Nullable List<String> last) {
            if (last != null) {
                return new Position(table, last);
            }
            int next = ShadowTable.ALL_TABLES.indexOf(table) + 1;
            return next < ShadowTable.ALL_TABLES.size()
                    ? begin(ShadowTable.ALL_TABLES.get(next))
                    : null;
        }
    }

    /**
     * Takes over rows that the database lacks.
     *
     * @return where it goes on; null at the end, when the next stage was noted
     */
    @Transactional
    @Nullable Position restore(Run run, Position at) {
        Map<String, TableCount> counts = runs.counts(run.id());
        Shadow.Step step = shadow.takeOver(at.table(), at.key(), rows);
        TableCount count = Objects.requireNonNull(counts.get(at.table().name()));
        count.restored += step.written();
        if (run.republishes() && at.table().name().equals("outbox")) {
            shadow.republish(at.key(), rows);
        }
        return noted(run, at.then(step.last()), counts, 0, Stage.COMPARE);
    }

    /** Holds rows against each other; see {@link #restore}. */
    @Transactional
    @Nullable Position compare(Run run, Position at) {
        Map<String, TableCount> counts = runs.counts(run.id());
        List<Shadow.Pair> pairs = new ArrayList<>();
        long found = 0;
        if (at.table().isCompared()) {
            pairs.addAll(shadow.compare(at.table(), run.requestedAt(), at.key(), rows));
        }
        TableCount count = Objects.requireNonNull(counts.get(at.table().name()));
        for (Shadow.Pair pair : pairs) {
            count.add(pair.stores(), pair.database());
            if (!Objects.equals(pair.stores(), pair.database())) {
                found++;
                if (count.different + count.onlyDatabase + count.onlyStores <= NAMED) {
                    name(run, at.table(), pair);
                }
            }
        }
        List<String> last = pairs.size() < rows ? null : pairs.getLast().key();
        return noted(run, at.then(last), counts, found, Stage.REPORT);
    }

    private void name(Run run, ShadowTable table, Shadow.Pair pair) {
        String kind =
                pair.stores() == null
                        ? "ONLY_IN_DATABASE"
                        : pair.database() == null ? "ONLY_IN_STORES" : "DIFFERENT";
        runs.finding(
                run,
                kind,
                table.name() + " " + String.join(" ", pair.key()),
                null,
                kind.equals("DIFFERENT") ? shadow.differingColumns(table, pair.key()) : "");
    }

    private @Nullable Position noted(
            Run run,
            @Nullable Position next,
            Map<String, TableCount> counts,
            long found,
            Stage then) {
        Position end = next == null ? Position.begin(ShadowTable.ALL_TABLES.getFirst()) : next;
        runs.walked(run, end.table().name(), end.key(), counts, found);
        if (next == null) {
            runs.stage(run, then);
        }
        return next;
    }
}
