package vn.hue.earchive.bench.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import vn.hue.earchive.bench.suite.RunningSuite;

/** The archive database looked at, and lost, past the service. */
final class ArchiveDatabase {

    /** Rows by table, without what is established again by work that never stops (ADR 0141). */
    private static final Map<String, String> ROWS =
            Map.of(
                    "intake", "to_jsonb(t)",
                    "intake_dossier",
                            "to_jsonb(t) - array['version', 'attempts', 'next_attempt_at', 'sweep_at']",
                    "custody_version", "to_jsonb(t)",
                    "holding", "to_jsonb(t) - 'replicated_at'",
                    "holding_file", "to_jsonb(t)",
                    "kept_object", "to_jsonb(t) - array['listing', 'kept_at']",
                    "object_copy", "jsonb_build_array(t.object_id, t.store, t.agency_id)");

    private static final String LOSE =
            "truncate agency, intake, intake_dossier, custody_version, holding, holding_file, kept_object,"
                    + " object_copy, outbox, inbox, inbox_stream cascade";

    private final RunningSuite suite;

    ArchiveDatabase(RunningSuite suite) {
        this.suite = suite;
    }

    /** Number and digest of the rows of each table, in the order of their text. */
    Map<String, String> dump() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = suite.database("archive");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                try (ResultSet row =
                        statement.executeQuery(
                                "select count(*) || ' ' || md5(coalesce(string_agg(md5((%s)::text), '' order by md5((%s)::text)), '')) from %s t"
                                        .formatted(
                                                table.getValue(),
                                                table.getValue(),
                                                table.getKey()))) {
                    row.next();
                    tables.put(table.getKey(), row.getString(1));
                }
            }
        }
        return tables;
    }

    /** All rows of the archive and of its outbox and inbox; the schema stays. */
    void lose() throws SQLException {
        try (Connection connection = suite.database("archive");
                Statement statement = connection.createStatement()) {
            statement.execute(LOSE);
        }
    }
}
