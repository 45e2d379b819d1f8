package vn.hue.earchive.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.hue.earchive.search.index.Passage;
import vn.hue.earchive.search.text.FoldedText;
import vn.hue.earchive.search.text.SpellingVariants;

/** A piece of what a file says around the words that were asked for. */
@Schema(
        name = "SearchSnippet",
        requiredProperties = {"fileId", "page", "text", "marks"})
record Snippet(
        UUID fileId,
        @Schema(description = "Page of the file, from 1.") int page,
        @Schema(description = "As the file says it, or as it was recognised in a picture.")
                String text,
        @Schema(description = "The words that were asked for, in their order.") List<Mark> marks) {

    /** Characters that are shown. */
    private static final int LENGTH = 240;

    /** Characters before the first word that was asked for. */
    private static final int BEFORE = 60;

    /**
     * A word of the text that was asked for.
     *
     * @param start its first character, from 0, in UTF-16 units
     * @param end the one behind its last
     */
    @Schema(
            name = "SearchMark",
            requiredProperties = {"start", "end"})
    record Mark(int start, int end) {}

    static Snippet of(Passage.Said passage, Question question) {
        String text = passage.text();
        List<Mark> marks = marks(text, wanted(question));
        int first = marks.isEmpty() ? 0 : marks.getFirst().start();
        int from = edge(text, Math.max(0, first - BEFORE));
        int to = Math.min(text.length(), from + LENGTH);
        List<Mark> shown =
                marks.stream()
                        .filter(mark -> mark.start() >= from && mark.end() <= to)
                        .map(mark -> new Mark(mark.start() - from, mark.end() - from))
                        .toList();
        return new Snippet(passage.fileId(), passage.page(), text.substring(from, to), shown);
    }

    private static Set<String> wanted(Question question) {
        Set<String> wanted = new HashSet<>(question.allWords().plain());
        for (String word : List.copyOf(wanted)) {
            SpellingVariants.of(word).ifPresent(wanted::add);
        }
        return wanted;
    }

    private static List<Mark> marks(String text, Set<String> wanted) {
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            FoldedText word = FoldedText.of(text.substring(at, end));
            if (word.size() == 1 && wanted.contains(word.plain().getFirst())) {
                marks.add(new Mark(at, end));
            }
            at = end;
        }
        return marks;
    }

    /** The beginning of a word at or after this place, or the place itself in a long word. */
    private static int edge(String text, int at) {
        for (int place = at; place < Math.min(text.length(), at + BEFORE / 2); place++) {
            if (place == 0 || Character.isWhitespace(text.charAt(place - 1))) {
                return place;
            }
        }
        return at;
    }
}
