package vn.hue.earchive.document.print;

import java.util.List;

/**
 * A row of a table.
 *
 * @param cells one per column; a {@link Kind#GROUP} has one that spans them all
 */
public record Row(Kind kind, List<Cell> cells) {

    public enum Kind {
        LINE,
        /** A heading across the table. */
        GROUP,
        TOTAL
    }

    public Row {
        cells = List.copyOf(cells);
    }

    public static Row line(Cell... cells) {
        return new Row(Kind.LINE, List.of(cells));
    }

    public static Row group(String heading) {
        return new Row(Kind.GROUP, List.of(Cell.of(heading)));
    }

    public static Row total(Cell... cells) {
        return new Row(Kind.TOTAL, List.of(cells));
    }
}
