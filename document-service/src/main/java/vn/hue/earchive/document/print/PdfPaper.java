package vn.hue.earchive.document.print;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a paper as PDF/A-2u in the layout of Decree 30/2020 Annex I. */
final class PdfPaper {

    private static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    private static final float TEXT = 12.5f;
    private static final float LINE = TEXT * 1.35f;
    private static final float BETWEEN_PARAGRAPHS = 3;
    private static final float HEAD = 11.5f;
    private static final float HEAD_LINE = HEAD * 1.25f;
    private static final float UNDER_THE_TABLE = 10;
    private static final float ABOVE_SIGNATURES = 8;
    private static final float ROOM_TO_SIGN = 44;

    private final PdfPages pages;
    private final PaperForm form;

    private PdfPaper(PdfPages pages, PaperForm form) {
        this.pages = pages;
        this.form = form;
    }

    static void write(PaperForm form, Rows rows, Instant at, OutputStream to) throws IOException {
        try (PdfPages pages = new PdfPages(form.orientation(), form.mark())) {
            PdfPaper paper = new PdfPaper(pages, form);
            paper.cover();
            paper.opening();
            if (!form.columns().isEmpty()) {
                boolean wide = form.orientation() == PaperForm.Orientation.LANDSCAPE;
                new PdfTable(pages, form.columns(), wide ? 10 : 11).write(rows, paper.tail());
            }
            paper.closing();
            pages.finish(
                    to,
                    new PdfArchival.Description(form.title(), form.letterhead().agency(), at),
                    form.footer());
        }
    }

    /** Title page of a register (Decree 30/2020 Annex IV). */
    private void cover() throws IOException {
        if (form.cover().isEmpty()) {
            return;
        }
        pages.newPage();
        letterhead(null);
        pages.down(pages.room() / 4);
        centred(form.title(), pages.bold(), 26);
        pages.down(14);
        for (String line : form.cover()) {
            centred(line, pages.regular(), 15);
            pages.down(6);
        }
    }

    private void opening() throws IOException {
        pages.newPage();
        if (form.cover().isEmpty()) {
            letterhead(form.letterhead().placeAndDate());
            pages.down(18);
        }
        centred(form.title(), pages.bold(), 14);
        for (String line : form.lines()) {
            centred(line, pages.regular(), TEXT);
        }
        pages.down(8);
        paragraphs(form.before());
        if (!form.before().isEmpty()) {
            pages.down(6);
        }
    }

    private void letterhead(@Nullable String placeAndDate) throws IOException {
        float left = pages.left();
        float width = pages.width();
        float own = width * 0.44f;
        float top = pages.y();
        pages.down(HEAD);
        PaperForm.Letterhead head = form.letterhead();
        String superior = head.superior();
        if (superior != null) {
            block(superior, pages.regular(), left, own);
        }
        block(head.agency(), pages.bold(), left, own);
        pages.rule(left + own * 0.35f, pages.y() + 9, left + own * 0.65f, pages.y() + 9);
        float ownEnd = pages.y();

        pages.down(pages.y() - (top - HEAD));
        float state = left + own;
        block(STATE, pages.bold(), state, width - own);
        float motto = pages.bold().width(MOTTO, HEAD + 1);
        float middle = state + (width - own) / 2;
        pages.text(MOTTO, pages.bold(), HEAD + 1, middle - motto / 2, pages.y());
        pages.rule(middle - motto / 2, pages.y() - 4, middle + motto / 2, pages.y() - 4);
        pages.down(22);
        if (placeAndDate != null) {
            block(placeAndDate, pages.italic(), state, width - own);
        }
        pages.down(Math.max(0, pages.y() - ownEnd));
    }

    private void block(String text, Face face, float x, float width) throws IOException {
        for (String line : Lines.of(text, face, HEAD, width - 8)) {
            pages.text(line, face, HEAD, x, width, Column.Align.CENTRE, pages.y());
            pages.down(HEAD_LINE);
        }
    }

    private void centred(String text, Face face, float size) throws IOException {
        for (String line : Lines.of(text, face, size, pages.width())) {
            room(size * 1.4f);
            pages.down(size);
            pages.text(
                    line, face, size, pages.left(), pages.width(), Column.Align.CENTRE, pages.y());
            pages.down(size * 0.4f);
        }
    }

    private void paragraphs(List<String> paragraphs) throws IOException {
        for (String paragraph : paragraphs) {
            for (String line : Lines.of(paragraph, pages.regular(), TEXT, pages.width())) {
                room(LINE);
                pages.down(TEXT);
                pages.text(line, pages.regular(), TEXT, pages.left(), pages.y());
                pages.down(LINE - TEXT);
            }
            pages.down(BETWEEN_PARAGRAPHS);
        }
    }

    private void room(float needed) throws IOException {
        if (pages.room() < needed) {
            pages.newPage();
        }
    }

    /**
     * What stays under the last row of the table: signatures never stand alone on a page, so they
     * take the last paragraph with them, and where there is no other the last row as well.
     */
    private float tail() {
        return form.after().size() > 1
                ? 0
                : UNDER_THE_TABLE + height(form.after()) + signatures(form.signatures());
    }

    private void closing() throws IOException {
        List<String> after = form.after();
        if (!after.isEmpty()) {
            pages.down(UNDER_THE_TABLE);
            paragraphs(after.subList(0, after.size() - 1));
            List<String> last = List.of(after.getLast());
            room(height(last) + signatures(form.signatures()));
            paragraphs(last);
        }
        if (form.signatures().isEmpty()) {
            return;
        }
        room(signatures(form.signatures()));
        pages.down(ABOVE_SIGNATURES);
        float width = pages.width() / form.signatures().size();
        float top = pages.y();
        for (int i = 0; i < form.signatures().size(); i++) {
            PaperForm.Signature one = form.signatures().get(i);
            float x = pages.left() + i * width;
            pages.down(pages.y() - top + HEAD);
            block(one.capacity(), pages.bold(), x, width);
            block(one.hint(), pages.italic(), x, width);
            pages.down(ROOM_TO_SIGN);
            block(one.name(), pages.bold(), x, width);
        }
    }

    private float height(List<String> paragraphs) {
        float height = 0;
        for (String paragraph : paragraphs) {
            int lines = Lines.of(paragraph, pages.regular(), TEXT, pages.width()).size();
            height += lines * LINE + BETWEEN_PARAGRAPHS;
        }
        return height;
    }

    private float signatures(List<PaperForm.Signature> signatures) {
        float highest = 0;
        for (PaperForm.Signature one : signatures) {
            float width = pages.width() / signatures.size() - 8;
            int lines =
                    Lines.of(one.capacity(), pages.bold(), HEAD, width).size()
                            + Lines.of(one.hint(), pages.italic(), HEAD, width).size()
                            + Lines.of(one.name(), pages.bold(), HEAD, width).size();
            highest = Math.max(highest, lines * HEAD_LINE);
        }
        return signatures.isEmpty() ? 0 : ABOVE_SIGNATURES + HEAD + highest + ROOM_TO_SIGN;
    }
}
