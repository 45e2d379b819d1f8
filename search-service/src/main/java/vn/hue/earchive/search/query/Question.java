package vn.hue.earchive.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hue.earchive.search.text.DocumentNumber;
import vn.hue.earchive.search.text.FoldedText;

/**
 * What someone asks for, in parts that must all be met: words anywhere, and phrases whose words
 * stand together in their order.
 *
 * <p>Grammar: words are parted by spaces and by {@code , ; : ! ?} and brackets. {@code "in quotes"}
 * is a phrase. A word with {@code / - . _ &} inside, such as {@code 05/CT-UBND} or {@code
 * H57.21.2026.01-VP}, is one too, and a document number meets its document however it is written.
 * There are no operators and no wildcards; nothing is ever a syntax error.
 */
record Question(List<Part> parts) {

    /** Longest text that is taken, in characters. */
    static final int MAX_LENGTH = 500;

    private static final Pattern PIECE =
            Pattern.compile(
                    "[\"“”„](?<quoted>[^\"“”„]*)[\"“”„]|(?<word>[^\\s\\p{Z},;:!?()\\[\\]{}\"“”„]+)");

    /** Spaces that people put around the separators of a number. */
    private static final Pattern SPACED_SEPARATOR = Pattern.compile("\\s*([/\\p{Pd}−])\\s*");

    /**
     * One demand.
     *
     * @param words at least one
     * @param number key of a document number when the part reads as one, else empty
     */
    record Part(FoldedText words, String number) {

        boolean isPhrase() {
            return words.size() > 1;
        }

        boolean isNumber() {
            return !number.isEmpty();
        }
    }

    static Question of(String text) {
        String whole = SPACED_SEPARATOR.matcher(text.strip()).replaceAll("$1");
        if (DocumentNumber.looksLikeOne(whole) && !whole.contains(" ")) {
            return new Question(List.of(part(whole)));
        }
        List<Part> parts = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            String quoted = piece.group("quoted");
            Part part = part(quoted == null ? piece.group("word") : quoted);
            if (!part.words().isEmpty() && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return new Question(List.copyOf(parts));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All words in their order, as one text. */
    FoldedText allWords() {
        return new FoldedText(
                parts.stream().flatMap(part -> part.words().exact().stream()).toList(),
                parts.stream().flatMap(part -> part.words().canonical().stream()).toList(),
                parts.stream().flatMap(part -> part.words().plain().stream()).toList());
    }

    private static Part part(String text) {
        String number = DocumentNumber.looksLikeOne(text) ? DocumentNumber.key(text) : "";
        return new Part(FoldedText.of(text), number);
    }
}
