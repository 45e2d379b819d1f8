package vn.hue.earchive.archive.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements in the current transaction. Values are bound in order: an {@link Instant} as {@code
 * timestamptz}, a list as {@code text[]}, everything else as the driver does it.
 */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(Row row) throws SQLException;
    }

    /** The current row of a result; columns from 1. */
    public record Row(ResultSet set) {

        public String text(int column) throws SQLException {
            return set.getString(column);
        }

        public @Nullable String textOrNull(int column) throws SQLException {
            return set.getString(column);
        }

        public long number(int column) throws SQLException {
            return set.getLong(column);
        }

        public @Nullable Long numberOrNull(int column) throws SQLException {
            long value = set.getLong(column);
            return set.wasNull() ? null : value;
        }

        public int integer(int column) throws SQLException {
            return set.getInt(column);
        }

        public boolean flag(int column) throws SQLException {
            return set.getBoolean(column);
        }

        public UUID id(int column) throws SQLException {
            return set.getObject(column, UUID.class);
        }

        public @Nullable UUID idOrNull(int column) throws SQLException {
            return set.getObject(column, UUID.class);
        }

        public Instant instant(int column) throws SQLException {
            return set.getObject(column, OffsetDateTime.class).toInstant();
        }

        public @Nullable Instant instantOrNull(int column) throws SQLException {
            OffsetDateTime at = set.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }

        public List<String> texts(int column) throws SQLException {
            return List.of((String[]) set.getArray(column).getArray());
        }
    }

    /** Rows that were inserted, changed or deleted. */
    public int update(String sql, @Nullable Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** All rows of the answer; the statement bounds their number. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return run(
                sql,
                values,
                statement -> {
                    List<T> rows = new ArrayList<>();
                    try (ResultSet set = statement.executeQuery()) {
                        Row row = new Row(set);
                        while (set.next()) {
                            rows.add(mapper.map(row));
                        }
                    }
                    return rows;
                });
    }

    /** The first row of the answer. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, @Nullable Object[] values, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                bind(connection, statement, at + 1, values[at]);
            }
            return work.run(statement);
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case List<?> texts ->
                    statement.setArray(at, connection.createArrayOf("text", texts.toArray()));
            case null -> statement.setObject(at, null);
            default -> statement.setObject(at, value);
        }
    }

    /** The failure of the database is its cause, where the problem mapper finds it. */
    static final class StatementFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StatementFailed(SQLException cause) {
            super("The database did not do as it was asked", cause);
        }
    }
}
