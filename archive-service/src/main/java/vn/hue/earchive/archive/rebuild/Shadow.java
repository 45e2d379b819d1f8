package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sql.Sql;

/**
 * The schema {@code rebuilt}: the tables by their names, without the rows of the database. What
 * takes custody writes there as it does at home, once {@link #enter} was called in the transaction.
 */
@ApplicationScoped
class Shadow {

    private final Sql sql;
    private final Map<String, Set<String>> columns = new ConcurrentHashMap<>();

    Shadow(Sql sql) {
        this.sql = sql;
    }

    /** Makes it anew, as the tables are now. */
    void prepare() {
        sql.first("SELECT prepare_rebuild()", row -> true);
    }

    /** From here to the end of the transaction names without a schema mean the shadow. */
    void enter() {
        sql.first("SELECT set_config('search_path', 'rebuilt, public', true)", row -> true);
    }

    /** Canonical text of instants, whatever the session. */
    private void canonical() {
        sql.first("SELECT set_config('TimeZone', 'UTC', true)", row -> true);
    }

    /**
     * Writes rows as they were noted. Columns that a note does not have get their defaults; a row
     * that is there already stays.
     */
    void write(String table, Collection<JsonNode> rows) {
        Set<String> known = columns(table);
        Map<String, ArrayNode> alike = new TreeMap<>();
        for (JsonNode row : rows) {
            List<String> named = new ArrayList<>();
            row.fieldNames().forEachRemaining(named::add);
            named.retainAll(known);
            alike.computeIfAbsent(
                            String.join(", ", named), _ -> JsonNodeFactory.instance.arrayNode())
                    .add(row);
        }
        alike.forEach((list, noted) ->
                sql.update(
                        "INSERT INTO rebuilt.%s (%s) SELECT %s FROM jsonb_populate_recordset(NULL::rebuilt.%s, ?::jsonb) ON CONFLICT DO NOTHING"
                                .formatted(table, list, list, table),
                        noted.toString()));
    }

    /** Whether rows may be written there: a table of the archive that is rebuilt. */
    static boolean isTable(String name) {
        return ShadowTable.ALL_TABLES.stream().anyMatch(table -> table.name().equals(name));
    }

    private Set<String> columns(String table) {
        return columns.computeIfAbsent(
                table,
                name ->
                        new TreeSet<>(
                                sql.list(
                                        """
                                        SELECT attname FROM pg_attribute
                                        WHERE attrelid = ('public.' || ?)::regclass AND attnum > 0
                                            AND NOT attisdropped AND attidentity = '' AND attgenerated = ''\
                                        """,
                                        row -> row.text(1),
                                        name)));
    }

    /**
     * What one step of a walk did.
     *
     * @param last key of the last row; null at the end of the table
     */
    record Step(@Nullable List<String> last, long rows, long written) {}

    /** Takes over the next rows that the database lacks. */
    Step takeOver(ShadowTable table, List<String> after, int limit) {
        String list = String.join(", ", columns(table.name()));
        String own = "t." + String.join(", t.", columns(table.name()));
        List<Object> values = new ArrayList<>(after);
        values.add(limit);
        record Taken(long rows, long written, @Nullable List<String> last) {}
        Taken taken =
                sql.first(
                                """
                                WITH page AS (
                                    SELECT %1$s FROM rebuilt.%2$s WHERE %3$s ORDER BY %1$s LIMIT ?),
                                written AS (
                                    INSERT INTO public.%2$s (%4$s)
                                    SELECT %5$s FROM rebuilt.%2$s t JOIN page USING (%1$s)
                                    ON CONFLICT DO NOTHING RETURNING 1)
                                SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM written),
                                    (SELECT ARRAY[%6$s] FROM page p ORDER BY %7$s LIMIT 1)\
                                """
                                        .formatted(
                                                table.keyList(),
                                                table.name(),
                                                table.after(),
                                                list,
                                                own,
                                                table.keyTexts("p"),
                                                descending(table)),
                                row ->
                                        new Taken(
                                                row.number(1),
                                                row.number(2),
                                                row.number(1) == 0 ? null : row.texts(3)),
                                values.toArray())
                        .orElseThrow();
        return new Step(taken.rows() < limit ? null : taken.last(), taken.rows(), taken.written());
    }

    private static String descending(ShadowTable table) {
        return String.join(" DESC, ", table.keys()) + " DESC";
    }

    /** Has the events of the next rows sent again, whoever got them before. */
    @Nullable List<String> republish(List<String> after, int limit) {
        ShadowTable outbox = ShadowTable.ALL_TABLES.getLast();
        List<Object> values = new ArrayList<>(after);
        values.add(limit);
        List<List<String>> keys =
                sql.list(
                        "SELECT %s FROM rebuilt.outbox t WHERE %s ORDER BY %s LIMIT ?"
                                .formatted(outbox.keyTexts("t"), outbox.after(), outbox.keyList()),
                        row -> List.of(row.text(1), row.text(2), row.text(3)),
                        values.toArray());
        for (List<String> key : keys) {
            sql.update(
                    """
                    UPDATE public.outbox SET sent_at = NULL
                    WHERE topic = ? AND aggregate_id = ?::uuid AND version = ?::bigint\
                    """,
                    key.toArray());
        }
        return keys.size() < limit ? null : keys.getLast();
    }

    /**
     * One key and the digests of its two rows.
     *
     * @param stores null where the stores do not know it
     * @param database null where the database does not
     */
    record Pair(List<String> key, @Nullable String stores, @Nullable String database) {}

    /**
     * Holds the next rows against each other, in the order of their keys.
     *
     * @param since what came later is not compared
     */
    List<Pair> compare(ShadowTable table, Instant since, List<String> after, int limit) {
        canonical();
        List<Object> values = new ArrayList<>();
        values.addAll(after);
        values.add(limit);
        values.addAll(after);
        values.add(limit);
        values.add(limit);
        int width = table.keys().size();
        return sql.list(
                """
                WITH page AS (
                    SELECT %1$s FROM (
                        (SELECT %1$s FROM rebuilt.%2$s WHERE %3$s ORDER BY %1$s LIMIT ?)
                        UNION
                        (SELECT %1$s FROM public.%2$s t WHERE %3$s AND (%4$s) ORDER BY %1$s LIMIT ?)) both_sides
                    ORDER BY %1$s LIMIT ?)
                SELECT %5$s, %6$s, %7$s FROM page p
                LEFT JOIN rebuilt.%2$s a USING (%1$s)
                LEFT JOIN (SELECT * FROM public.%2$s t WHERE %4$s) b USING (%1$s)
                ORDER BY %8$s\
                """
                        .formatted(
                                table.keyList(),
                                table.name(),
                                table.after(),
                                table.decidedBefore(since),
                                table.keyTexts("p"),
                                "CASE WHEN a.%s IS NULL THEN NULL ELSE %s END"
                                        .formatted(table.keys().getFirst(), table.digest("a")),
                                "CASE WHEN b.%s IS NULL THEN NULL ELSE %s END"
                                        .formatted(table.keys().getFirst(), table.digest("b")),
                                "p." + String.join(", p.", table.keys())),
                row -> pair(row, width),
                values.toArray());
    }

    private static Pair pair(Sql.Row row, int width) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int at = 1; at <= width; at++) {
            key.add(row.text(at));
        }
        return new Pair(key, row.textOrNull(width + 1), row.textOrNull(width + 2));
    }

    /** Columns in which two rows of one key differ, for a person. */
    String differingColumns(ShadowTable table, List<String> key) {
        canonical();
        String where =
                "("
                        + table.keyList()
                        + ") = ("
                        + String.join(
                                ", ", table.types().stream().map(type -> "?::" + type).toList())
                        + ")";
        List<Object> values = new ArrayList<>(key);
        values.addAll(key);
        return String.join(
                ", ",
                sql
                        .list(
                                """
                                SELECT coalesce(a.key, b.key) FROM
                                    (SELECT e.key, e.value FROM rebuilt.%1$s t, jsonb_each(to_jsonb(t)) e WHERE %2$s) a
                                    FULL JOIN
                                    (SELECT e.key, e.value FROM public.%1$s t, jsonb_each(to_jsonb(t)) e WHERE %2$s) b
                                    ON a.key = b.key
                                WHERE a.value IS DISTINCT FROM b.value ORDER BY 1\
                                """
                                        .formatted(table.name(), where),
                                row -> row.text(1),
                                values.toArray())
                        .stream()
                        .filter(column -> !table.ignored().contains(column))
                        .toList());
    }
}
