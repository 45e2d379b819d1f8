package vn.hue.earchive.document.print;

/**
 * A column of a table.
 *
 * @param share of the width, relative to the other columns
 */
public record Column(String title, double share, Align align) {

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public static Column left(String title, double share) {
        return new Column(title, share, Align.LEFT);
    }

    public static Column centre(String title, double share) {
        return new Column(title, share, Align.CENTRE);
    }

    public static Column right(String title, double share) {
        return new Column(title, share, Align.RIGHT);
    }
}
