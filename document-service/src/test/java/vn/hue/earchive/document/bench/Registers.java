package vn.hue.earchive.document.bench;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Registers of many lines: each a copy of one line that was registered through the interface, with
 * a number and ids of its own, and its file.
 */
final class Registers {

    private static final int CHUNK = 50_000;

    // One in fifty waits for its dossier, as in an office that files what it has answered.
    private static final String DOCUMENTS =
            """
            insert into document
            select (jsonb_populate_record(d, jsonb_build_object(
                'id', uuidv7(),
                'register_number', n,
                'number', n::text,
                'notation', 'BC-UBND',
                'number_key', n || '/BC-UBND',
                'registered_on', d.registered_on - ((? - n) * 300 / ?)::integer,
                'dossier_count', case when n % 50 = 0 then 0 else 1 end,
                'handling_state', case when n % 40 = 0 then 'ASSIGNED' else 'COMPLETED' end))).*
            from document d, generate_series(?, ?) n
            where d.id = ?
            """;

    private static final String FILES =
            """
            insert into document_file
            select (jsonb_populate_record(f, jsonb_build_object(
                'id', uuidv7(), 'document_id', d.id, 'object_key', 'copy/' || d.id))).*
            from document_file f, document d
            where f.document_id = ? and d.agency_id = f.agency_id
              and d.register_number between ? and ?
            """;

    private static final String READ =
            """
            select coalesce(sum(idx_tup_fetch), 0) + coalesce(sum(seq_tup_read), 0)
            from pg_stat_user_tables where relname in ('document', 'document_file')
            """;

    private final DataSource database;
    private final Owner owner;

    /** Connects as the owner of the tables. */
    interface Owner {
        Connection connect() throws SQLException;
    }

    Registers(DataSource database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    /** An agency whose register of incoming documents has so many lines. */
    TestAgency of(int lines) {
        TestAgency agency = TestAgency.fresh();
        UUID first = UUID.fromString(Work.register(agency));
        for (int from = 2; from <= lines; from += CHUNK) {
            int to = Math.min(lines, from + CHUNK - 1);
            int begin = from;
            inTransaction(connection -> {
                run(connection, DOCUMENTS, lines, lines, begin, to, first);
                run(connection, FILES, first, begin, to);
                return run(
                        connection,
                        "update number_series set last_number = ? where agency_id = ?",
                        to,
                        agency.id());
            });
        }
        return agency;
    }

    /** As the database's own upkeep would do it in time. */
    void settle() {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of documents and files that the database has read so far. */
    long rowsRead() {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(READ)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** What is done with a connection. */
    interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T inTransaction(Use<T> use) {
        return JobScope.call(
                "bench",
                () ->
                        QuarkusTransaction.requiringNew()
                                .timeout(600)
                                .call(() -> {
                                    try (Connection connection = database.getConnection()) {
                                        return use.with(connection);
                                    }
                                }));
    }

    private static int run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
