package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows that one registration has left in the database of the suite, inserted again and again,
 * with fresh ids, into empty copies of their tables: columns, keys and indexes, no rules of the
 * suite. One transaction each time, on one connection.
 */
final class SameRows implements AutoCloseable {

    private static final String SCHEMA = "bench_floor";
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private record Row(String sql, String json) {}

    private final Connection database;
    private final List<Row> rows;

    private SameRows(Connection database, List<Row> rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Finds what the registration of this document wrote last.
     *
     * @param database a superuser's, closed with this
     */
    static SameRows of(Connection database, UUID document) throws SQLException, IOException {
        database.setAutoCommit(true);
        List<Row> rows = new ArrayList<>();
        try (Statement sql = database.createStatement()) {
            sql.execute("drop schema if exists " + SCHEMA + " cascade");
            sql.execute("create schema " + SCHEMA);
            for (String table : tables(sql)) {
                List<String> found = written(database, table, document);
                if (!found.isEmpty()) {
                    sql.execute(
                            "create table %s.%s (like public.%s including all)"
                                    .formatted(SCHEMA, table, table));
                    found.forEach(json -> rows.add(new Row(insert(table), json)));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IOException("No rows of the registration of " + document + " were found.");
        }
        database.setAutoCommit(false);
        return new SameRows(database, rows);
    }

    /** The tables with the number of their rows, as a person reads it. */
    Map<String, Integer> tables() {
        Map<String, Integer> count = new HashMap<>();
        rows.forEach(row ->
                count.merge(
                        row.sql().replaceAll("(?s).*" + SCHEMA + "\\.(\\w+) .*", "$1"),
                        1,
                        Integer::sum));
        return count;
    }

    void insert() throws SQLException {
        Map<String, String> fresh = new HashMap<>();
        for (Row row : rows) {
            Matcher ids = UUIDS.matcher(row.json());
            String json =
                    ids.replaceAll(found ->
                            fresh.computeIfAbsent(
                                    found.group(), id -> UUID.randomUUID().toString()));
            try (PreparedStatement statement = database.prepareStatement(row.sql())) {
                statement.setString(1, json);
                statement.executeUpdate();
            }
        }
        database.commit();
    }

    private static Set<String> tables(Statement sql) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet row =
                sql.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public'"
                                + " and tablename not like 'flyway%'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /**
     * Rows of a table that the same transaction wrote as the document's line, or that name it: some
     * of them were touched again since.
     */
    private static List<String> written(Connection database, String table, UUID document)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement =
                database.prepareStatement(
                        "select to_jsonb(t)::text from public.%s t where t.xmin = (select xmin from public.document where id = ?) or to_jsonb(t)::text like ?"
                                .formatted(table))) {
            statement.setObject(1, document);
            statement.setString(2, "%" + document + "%");
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    private static String insert(String table) {
        return "insert into %s.%s overriding user value select * from jsonb_populate_record(null::%s.%s, ?::jsonb)"
                .formatted(SCHEMA, table, SCHEMA, table);
    }

    @Override
    public void close() throws SQLException {
        try (database;
                Statement sql = database.createStatement()) {
            database.rollback();
            sql.execute("drop schema " + SCHEMA + " cascade");
            database.commit();
        }
    }
}
