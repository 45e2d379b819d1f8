package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.identity.JobScope;

/** What stands behind the access filter when a query forgets the agency. */
@QuarkusTest
class RowLevelSecurityTest {

    @Inject DataSource database;

    private List<String> select(String... statements) {
        return JobScope.call(
                "test", () -> QuarkusTransaction.requiringNew().call(() -> run(statements)));
    }

    /** The rows of the last statement. */
    private List<String> run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            return rows(statement, statements[statements.length - 1]);
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Red when a new table with an agency is forgotten in a migration. */
    @Test
    void everyTableWithAnAgencyForcesRowSecurity() {
        List<String> open =
                select(
                        """
                        select c.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                        and not (c.relrowsecurity and c.relforcerowsecurity)
                        and c.relname <> 'parked_event' order by 1
                        """);
        assertThat(open).isEmpty();
    }

    @Test
    void aQueryThatForgetsTheAgencySeesNothing() {
        TestAgency agency = TestAgency.fresh();
        Work.register(agency);
        assertThat(select("select id from document where agency_id = '" + agency.id() + "'"))
                .hasSize(1);

        List<String> seen = select("set local role document_app", "select id from document");

        assertThat(seen).isEmpty();
    }
}
