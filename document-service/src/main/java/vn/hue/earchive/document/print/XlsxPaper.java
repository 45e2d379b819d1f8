package vn.hue.earchive.document.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the same paper as a sheet for people to sort and edit: title, head and rows, without
 * letterhead and signatures. Rows leave memory as they are written.
 */
final class XlsxPaper {

    private static final String TYPEFACE = "Times New Roman";
    private static final double CHARACTERS_OF_A_PAGE = 130;
    private static final int ROWS_IN_MEMORY = 200;

    private final Worksheet sheet;
    private final PaperForm form;
    private final int last;
    private int at;

    private XlsxPaper(Worksheet sheet, PaperForm form) {
        this.sheet = sheet;
        this.form = form;
        this.last = form.columns().size() - 1;
    }

    static void write(PaperForm form, Rows rows, OutputStream to) throws IOException {
        try (Workbook book = new Workbook(to, "HueEArchive", "1.0")) {
            Worksheet sheet = book.newWorksheet("Trang 1");
            XlsxPaper paper = new XlsxPaper(sheet, form);
            paper.layOut();
            paper.open();
            rows.each(paper::row);
            for (String paragraph : form.after()) {
                paper.wide(paragraph, false);
            }
            sheet.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void layOut() {
        double shares = form.columns().stream().mapToDouble(Column::share).sum();
        for (int i = 0; i <= last; i++) {
            double share = form.columns().get(i).share() / shares;
            sheet.width(i, Math.max(6, share * CHARACTERS_OF_A_PAGE));
        }
        boolean wide = form.orientation() == PaperForm.Orientation.LANDSCAPE;
        sheet.pageOrientation(wide ? "landscape" : "portrait");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("Trang &P/&N", org.dhatim.fastexcel.Position.RIGHT);
    }

    private void open() {
        wide(form.letterhead().agency(), true);
        wide(form.title(), true);
        form.lines().forEach(line -> wide(line, false));
        form.before().forEach(line -> wide(line, false));
        for (int i = 0; i <= last; i++) {
            text(i, form.columns().get(i).title());
            styled(i).bold().fillColor("E7E6E6").horizontalAlignment("center").set();
        }
        sheet.repeatRows(at);
        sheet.freezePane(0, at + 1);
        at++;
    }

    private void wide(String text, boolean bold) {
        text(0, text);
        StyleSetter style = sheet.style(at, 0).fontName(TYPEFACE);
        (bold ? style.bold() : style).set();
        at++;
    }

    private void row(Row row) {
        boolean plain = row.kind() == Row.Kind.LINE;
        List<Cell> cells = row.cells();
        for (int i = 0; i <= last; i++) {
            Cell cell = i < cells.size() ? cells.get(i) : Cell.BLANK;
            switch (cell) {
                case Cell.Text text -> text(i, text.shown());
                case Cell.Count count -> sheet.value(at, i, count.value());
                case Cell.Day day -> sheet.value(at, i, day.value());
            }
            StyleSetter style = styled(i);
            if (cell instanceof Cell.Day) {
                style.format("dd/mm/yyyy");
            }
            (plain ? style : style.bold()).set();
        }
        at++;
        if (at % ROWS_IN_MEMORY == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(int column, String text) {
        // Inline: a table of shared strings would hold every subject in memory.
        sheet.inlineString(at, column, PrintableText.inSheet(text));
    }

    private StyleSetter styled(int column) {
        return sheet.style(at, column)
                .fontName(TYPEFACE)
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle(BorderStyle.THIN);
    }
}
