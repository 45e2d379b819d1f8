package vn.hue.earchive.document.print;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Periods as papers say them. */
final class Periods {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Periods() {}

    /** Thời hạn bảo quản: of the columns {@code retention_kind} and {@code retention_years}. */
    static String retention(Query.Line row) {
        return switch (row.some("retention_kind")) {
            case "PERMANENT" -> "Vĩnh viễn";
            case "YEARS" -> row.number("retention_years") + " năm";
            case "UNTIL_SUPERSEDED" -> "Đến khi văn bản hết hiệu lực";
            case "LIFETIME_OF_ASSET" -> "Theo tuổi thọ công trình, tài sản";
            default -> row.some("retention_kind");
        };
    }

    static String between(@Nullable LocalDate start, @Nullable LocalDate end) {
        String from = start == null ? "" : DAY.format(start);
        return end == null || end.equals(start) ? from : from + " - " + DAY.format(end);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
