package vn.hue.earchive.document.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Gap-free series: one row per agency, year and series, locked by the transaction that takes a
 * number until it ends. A transaction that rolls back, or whose process dies, gives its number back
 * (Decree 30/2020 Art 15 and 22).
 *
 * <p>Taking a number is one statement that locks one row and adds one to it; whoever takes one does
 * everything that can fail before, so that others wait as short as possible.
 */
@ApplicationScoped
public class NumberSeries {

    /** Arrival numbers: one series for paper and electronic documents alike. */
    public static final String ARRIVALS = "arrival";

    private static final String NEXT =
            """
            update number_series set last_number = last_number + 1
            where agency_id = ? and series_year = ? and series_key = ?
            returning last_number\
            """;

    private static final String FIRST =
            """
            insert into number_series (agency_id, series_year, series_key, last_number)
            values (?, ?, ?, 1)
            on conflict (agency_id, series_year, series_key)
            do update set last_number = number_series.last_number + 1
            returning last_number\
            """;

    private static final String LAST =
            """
            select last_number from number_series
            where agency_id = ? and series_year = ? and series_key = ?\
            """;

    private final DataSource database;

    NumberSeries(DataSource database) {
        this.database = database;
    }

    /** The next number, from 1 in each year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long take(UUID agencyId, int year, String series) {
        try (Connection connection = database.getConnection()) {
            long next = run(connection, NEXT, agencyId, year, series);
            return next > 0 ? next : run(connection, FIRST, agencyId, year, series);
        } catch (SQLException e) {
            throw new IllegalStateException("No number could be taken", e);
        }
    }

    /**
     * The number that the next one would get if it came now; for people to see, nothing is kept for
     * anybody.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long expected(UUID agencyId, int year, String series) {
        try (Connection connection = database.getConnection()) {
            return run(connection, LAST, agencyId, year, series) + 1;
        } catch (SQLException e) {
            throw new IllegalStateException("No number could be read", e);
        }
    }

    /** 0 when the series has not begun. */
    private static long run(
            Connection connection, String sql, UUID agencyId, int year, String series)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, agencyId);
            statement.setInt(2, year);
            statement.setString(3, series);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
