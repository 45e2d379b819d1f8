package vn.hue.earchive.bench.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fills a service's database with copies of the rows that some dossiers have left in it, made by
 * the database itself: fresh ids and numbers, everything else as it was. The rows are of no file in
 * the stores; their checks are due in a year.
 */
final class Copies implements AutoCloseable {

    /** Of the log every row counts: a copy would be a leaf that nobody signed. */
    private static final String LEFT_OUT =
            "^(flyway|evidence|outbox_|inbox_|idempotency|fixity|store_)";

    private final Connection database;
    private final long since;
    private final Map<String, String> inserts = new TreeMap<>();
    private int templates;

    /**
     * @param database a superuser's, closed with this
     */
    Copies(Connection database) throws SQLException {
        this.database = database;
        this.since = number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }

    /**
     * Takes as templates what was written since.
     *
     * @param dossiers that it was written for: tables that got fewer rows are left out
     */
    void learn(int dossiers) throws SQLException {
        templates = dossiers;
        for (String table : texts("select tablename from pg_tables where schemaname = 'public'")) {
            if (table.matches(LEFT_OUT + ".*")) {
                continue;
            }
            run(
                    "create temp table of_%1$s as select * from public.%1$s where xmin::text::bigint >= %2$d"
                            .formatted(table, since));
            if (number("select count(*) from of_" + table) >= dossiers) {
                inserts.put(table, insert(table));
            }
        }
    }

    /** Tables that are filled. */
    Set<String> tables() {
        return inserts.keySet();
    }

    /**
     * Adds copies.
     *
     * @param from number of the first copy, never used before
     * @param to number of the last
     */
    void add(int from, int to) throws SQLException {
        run("set session_replication_role = replica"); // no triggers: the rows are whole
        for (String insert : inserts.values()) {
            run(insert.formatted(from, to));
        }
        run("set session_replication_role = origin");
        for (String table : inserts.keySet()) {
            run("vacuum analyze public." + table);
        }
    }

    private String insert(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> unique =
                texts(
                        """
                        select distinct a.attname from pg_index i join pg_attribute a
                            on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indrelid = 'public.%s'::regclass and i.indisunique\
                        """
                                .formatted(table));
        try (Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select attname, format_type(atttypid, atttypmod) from pg_attribute
                                where attrelid = 'public.%s'::regclass and attnum > 0
                                    and not attisdropped and attidentity = '' and attgenerated = ''\
                                """
                                        .formatted(table))) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            values.add(value(table, column.getKey(), column.getValue(), unique));
        }
        return "insert into public.%s (%s) select %s from of_%s t, generate_series(%%d, %%d) k"
                .formatted(
                        table,
                        String.join(", ", columns.keySet()),
                        String.join(", ", values).replace("%", "%%"),
                        table);
    }

    /** What a copy has in a column. */
    private String value(String table, String column, String type, List<String> unique)
            throws SQLException {
        boolean own =
                number("select count(distinct %s) from of_%s".formatted(column, table))
                        >= templates / 2;
        String hash = "md5(t.%s::text || k)".formatted(column);
        if (column.equals("next_at")) {
            return "now() + interval '1 year'";
        }
        if (!own) {
            return "t." + column;
        }
        if (type.equals("uuid")) {
            // The same moment, other random bits: ids stay in the order of time.
            return "(left(t.%1$s::text, 14) || substr(%2$s, 1, 4) || '-' || substr(%2$s, 5, 4) || '-' || substr(%2$s, 9, 12))::uuid"
                    .formatted(column, hash);
        }
        if (!unique.contains(column)) {
            return "t." + column;
        }
        return switch (type) {
            case "integer", "bigint" -> "t.%s + k * 100000".formatted(column);
            case "text" ->
                    "case when t.%1$s ~ '^[0-9a-f]{64}$' then encode(sha256((t.%1$s || k)::bytea), 'hex') else t.%1$s || '.' || k end"
                            .formatted(column);
            default -> "t." + column;
        };
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
