package vn.hue.earchive.document.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a paper but the rows of its table.
 *
 * @param lines under the title, centred
 * @param cover the lines of a cover page; empty for none
 * @param before paragraphs between title and table
 * @param after paragraphs behind the table
 * @param footer at the foot of every page, beside the page number
 * @param mark across every page, for papers of a training agency
 */
public record PaperForm(
        Orientation orientation,
        Letterhead letterhead,
        String title,
        List<String> lines,
        List<String> cover,
        List<Column> columns,
        List<String> before,
        List<String> after,
        List<Signature> signatures,
        String footer,
        @Nullable String mark) {

    /** How an A4 page lies. */
    public enum Orientation {
        PORTRAIT,
        LANDSCAPE
    }

    /**
     * The head of Decree 30/2020 Annex I: who issues on the left, state and motto on the right.
     *
     * @param superior the body above the agency, in capitals
     * @param placeAndDate for example {@code Thuận Hóa, ngày 05 tháng 01 năm 2026}
     */
    public record Letterhead(@Nullable String superior, String agency, String placeAndDate) {}

    /**
     * Room for one signature.
     *
     * @param hint in italics under the capacity
     * @param name under the room; empty when the person writes it
     */
    public record Signature(String capacity, String hint, String name) {}

    public PaperForm {
        lines = List.copyOf(lines);
        cover = List.copyOf(cover);
        columns = List.copyOf(columns);
        before = List.copyOf(before);
        after = List.copyOf(after);
        signatures = List.copyOf(signatures);
    }

    PaperForm marked(String across) {
        return new PaperForm(
                orientation,
                letterhead,
                title,
                lines,
                cover,
                columns,
                before,
                after,
                signatures,
                footer,
                across);
    }
}
