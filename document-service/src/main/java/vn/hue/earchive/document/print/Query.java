package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows one after the other in the caller's transaction, which sees its own agency only. One
 * statement is one state of the database, however long it is read.
 */
@ApplicationScoped
public class Query {

    private static final int ROWS_AT_A_TIME = 500;

    private final DataSource database;

    Query(DataSource database) {
        this.database = database;
    }

    /** The row that is being read, by the names of its columns. */
    public record Line(ResultSet row) {

        public @Nullable String text(String column) {
            return value(r -> r.getString(column));
        }

        /** Text of a column that is never null. */
        public String some(String column) {
            String text = text(column);
            return text == null ? "" : text;
        }

        public long number(String column) {
            return value(r -> r.getLong(column));
        }

        public @Nullable Long numberOrNone(String column) {
            String text = text(column);
            return text == null ? null : Long.valueOf(text);
        }

        /** Text that is not empty. */
        public @Nullable String none(String column) {
            String text = text(column);
            return text == null || text.isEmpty() ? null : text;
        }

        public @Nullable UUID idOrNone(String column) {
            return value(r -> r.getObject(column, UUID.class));
        }

        public UUID id(String column) {
            return value(r -> r.getObject(column, UUID.class));
        }

        public @Nullable LocalDate day(String column) {
            return value(r -> r.getObject(column, LocalDate.class));
        }

        public @Nullable Instant instant(String column) {
            OffsetDateTime at = value(r -> r.getObject(column, OffsetDateTime.class));
            return at == null ? null : at.toInstant();
        }

        private interface Read<T> {
            T of(ResultSet row) throws SQLException;
        }

        @SuppressWarnings("NullAway") // What a column gives is as nullable as the column.
        private <T> T value(Read<T> read) {
            try {
                return read.of(row);
            } catch (SQLException e) {
                throw new QueryFailed(e);
            }
        }
    }

    /** Every row, in its order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void each(String sql, List<?> parameters, Consumer<Line> to) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                Line line = new Line(row);
                while (row.next()) {
                    to.accept(line);
                }
            }
        } catch (SQLException e) {
            throw new QueryFailed(e);
        }
    }

    /** Of a result that is small. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> List<T> all(String sql, List<?> parameters, Function<Line, T> as) {
        List<T> all = new ArrayList<>();
        each(sql, parameters, line -> all.add(as.apply(line)));
        return all;
    }

    /** Keeps the database's failure as its cause, where the problem mapper finds it. */
    static final class QueryFailed extends RuntimeException {
        QueryFailed(SQLException cause) {
            super("A paper could not be read", cause);
        }
    }
}
