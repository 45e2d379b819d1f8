package vn.hue.earchive.document.retention;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Dates and instants of plain SQL rows, in whatever class the driver gives them. */
public final class RowValues {

    private RowValues() {}

    public static @Nullable LocalDate date(@Nullable Object column) {
        return switch (column) {
            case null -> null;
            case Date date -> date.toLocalDate();
            case LocalDate date -> date;
            default -> throw new IllegalStateException(column.getClass().getName());
        };
    }

    public static Instant instant(Object column) {
        return switch (column) {
            case Instant instant -> instant;
            case Timestamp timestamp -> timestamp.toInstant();
            case OffsetDateTime time -> time.toInstant();
            default -> throw new IllegalStateException(column.getClass().getName());
        };
    }
}
