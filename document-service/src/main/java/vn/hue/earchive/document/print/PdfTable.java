package vn.hue.earchive.document.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A ruled table that goes on over as many pages as it needs: the head is repeated, a row moves to
 * the next page as a whole, and one that is taller than a page is continued. The last row stays
 * with what follows the table.
 */
final class PdfTable {

    private static final float PADDING = 2.5f;
    private static final int LINES_KEPT_WITH_A_HEADING = 3;

    private final PdfPages pages;
    private final List<Column> columns;
    private final float size;
    private final float leading;
    private final float[] edges;

    PdfTable(PdfPages pages, List<Column> columns, float size) {
        this.pages = pages;
        this.columns = columns;
        this.size = size;
        this.leading = size * 1.22f;
        double shares = columns.stream().mapToDouble(Column::share).sum();
        edges = new float[columns.size() + 1];
        edges[0] = pages.left();
        for (int i = 0; i < columns.size(); i++) {
            edges[i + 1] = edges[i] + (float) (pages.width() * columns.get(i).share() / shares);
        }
    }

    /**
     * Writes head and rows.
     *
     * @param tail room that is kept under the last row
     */
    void write(Rows rows, float tail) throws IOException {
        List<List<String>> titles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            titles.add(broken(columns.get(i).title(), pages.bold(), i, i + 1));
        }
        if (pages.room() < height(lines(titles)) + numbersHeight() + 4 * leading) {
            pages.newPage();
        }
        head(titles);
        List<Row> held = new ArrayList<>();
        try {
            rows.each(row -> {
                if (!held.isEmpty() && held.getLast().kind() != Row.Kind.GROUP) {
                    release(held, titles);
                }
                held.add(row);
            });
            keep(held, tail, titles);
            release(held, titles);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void release(List<Row> held, List<List<String>> titles) {
        try {
            for (Row row : held) {
                row(row, titles);
            }
            held.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to a new page when these rows and what is kept under them do not fit on this one. */
    private void keep(List<Row> last, float tail, List<List<String>> titles) throws IOException {
        float needed = tail;
        for (Row row : last) {
            needed += height(lines(cells(row)));
        }
        if (!last.isEmpty() && pages.room() < needed && needed <= whole(titles)) {
            onNewPage(titles);
        }
    }

    /** Room for rows on an empty page. */
    private float whole(List<List<String>> titles) {
        return pages.height() - height(lines(titles)) - numbersHeight();
    }

    private void head(List<List<String>> titles) throws IOException {
        slice(titles, pages.bold(), lines(titles), 0, true);
        List<List<String>> numbers = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
            numbers.add(List.of("(" + i + ")"));
        }
        slice(numbers, pages.italic(), 1, 0, true);
    }

    private float numbersHeight() {
        return height(1);
    }

    private float height(int lines) {
        return lines * leading + 2 * PADDING;
    }

    private static int lines(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private List<String> broken(String text, Face face, int from, int to) {
        return Lines.of(text, face, size, edges[to] - edges[from] - 2 * PADDING);
    }

    private void row(Row row, List<List<String>> titles) throws IOException {
        Face face = face(row);
        List<List<String>> cells = cells(row);
        int all = lines(cells);
        int kept = row.kind() == Row.Kind.GROUP ? all + LINES_KEPT_WITH_A_HEADING : all;
        if (pages.room() < height(kept) && height(kept) <= whole(titles)) {
            onNewPage(titles);
        }
        int from = 0;
        while (from < all) {
            int most = (int) ((pages.room() - 2 * PADDING) / leading);
            if (most < 1) {
                onNewPage(titles);
                continue;
            }
            int here = Math.min(most, all - from);
            slice(cells, face, here, from, false);
            from += here;
        }
    }

    private Face face(Row row) {
        return row.kind() == Row.Kind.LINE ? pages.regular() : pages.bold();
    }

    private List<List<String>> cells(Row row) {
        List<List<String>> cells = new ArrayList<>();
        if (row.kind() == Row.Kind.GROUP) {
            cells.add(broken(row.cells().getFirst().shown(), face(row), 0, columns.size()));
            return cells;
        }
        for (int i = 0; i < columns.size(); i++) {
            cells.add(broken(row.cells().get(i).shown(), face(row), i, i + 1));
        }
        return cells;
    }

    private void onNewPage(List<List<String>> titles) throws IOException {
        pages.newPage();
        head(titles);
    }

    /** So many lines of each cell, from a line on; one cell alone spans the table. */
    private void slice(List<List<String>> cells, Face face, int count, int from, boolean centred)
            throws IOException {
        float top = pages.y();
        float bottom = top - height(count);
        boolean spans = cells.size() == 1 && columns.size() > 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = cells.get(i);
            float x = edges[i] + PADDING;
            float width = edges[spans ? columns.size() : i + 1] - edges[i] - 2 * PADDING;
            Column.Align align =
                    centred ? Column.Align.CENTRE : spans ? Column.Align.LEFT : align(i);
            float base = top - PADDING - size * 0.95f;
            if (centred) {
                base -= (count - lines.size()) * leading / 2;
            }
            for (int n = from; n < Math.min(lines.size(), from + count); n++) {
                pages.text(lines.get(n), face, size, x, width, align, base);
                base -= leading;
            }
        }
        frame(top, bottom, spans);
        pages.down(top - bottom);
    }

    private Column.Align align(int column) {
        return columns.get(column).align();
    }

    private void frame(float top, float bottom, boolean spans) throws IOException {
        float right = edges[columns.size()];
        pages.rule(edges[0], top, right, top);
        pages.rule(edges[0], bottom, right, bottom);
        for (int i = 0; i <= columns.size(); i++) {
            if (!spans || i == 0 || i == columns.size()) {
                pages.rule(edges[i], top, edges[i], bottom);
            }
        }
    }
}
