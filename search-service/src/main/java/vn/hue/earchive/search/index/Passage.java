package vn.hue.earchive.search.index;

import java.util.UUID;
import vn.hue.earchive.search.text.FoldedText;

/**
 * A piece of what a file says: long enough for a phrase, short enough to be shown. Found only by
 * who may read the file.
 *
 * @param accessMode of the file: 01 open, 02 conditional
 */
public record Passage(String accessMode, String exact, String canonical, String plain, Said shown) {

    /**
     * What an answer shows; stored, not searched.
     *
     * @param page of the file, from 1
     */
    public record Said(UUID fileId, int page, String text) {}

    public static Passage of(String accessMode, UUID fileId, int page, String text) {
        FoldedText folded = FoldedText.of(text);
        return new Passage(
                accessMode,
                folded.exactText(),
                folded.canonicalText(),
                folded.plainText(),
                new Said(fileId, page, text));
    }
}
