package vn.hue.earchive.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns for a terminal: the first and every long text to the left, the figures to the right. */
public final class TextTable {

    private static final int LONGEST_FIGURE = 20;

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        rows.add(List.of(header));
    }

    public TextTable row(String name, Object... cells) {
        List<String> row = new ArrayList<>(List.of(name));
        for (Object cell : cells) {
            row.add(cell instanceof Double figure ? figure(figure) : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** Three or four significant digits, whatever the size. */
    public static String figure(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String blanks = " ".repeat(widths[column] - cell.length());
                line.append(column == 0 ? "" : "  ");
                line.append(
                        column == 0 || widths[column] > LONGEST_FIGURE
                                ? cell + blanks
                                : blanks + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
