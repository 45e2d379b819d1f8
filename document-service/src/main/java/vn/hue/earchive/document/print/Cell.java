package vn.hue.earchive.document.print;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What stands in one field of a table: typed, so that a sheet can count and sort. */
public sealed interface Cell {

    Cell BLANK = new Text("");

    /** As people read it. */
    String shown();

    static Cell of(@Nullable String text) {
        return text == null ? BLANK : new Text(text);
    }

    static Cell of(@Nullable Number count) {
        return count == null ? BLANK : new Count(count.longValue());
    }

    static Cell of(@Nullable LocalDate day) {
        return day == null ? BLANK : new Day(day);
    }

    record Text(String shown) implements Cell {}

    record Count(long value) implements Cell {

        @Override
        public String shown() {
            return Long.toString(value);
        }
    }

    record Day(LocalDate value) implements Cell {

        private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

        @Override
        public String shown() {
            return SHOWN.format(value);
        }
    }
}
