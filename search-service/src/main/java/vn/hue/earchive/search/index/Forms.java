package vn.hue.earchive.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.search.text.FoldedText;

/** Texts in their three forms; a phrase never reaches from one text into the next. */
public record Forms(List<String> exact, List<String> canonical, List<String> plain) {

    /** Folds the texts; those that are null or without a word are left out. */
    public static Forms of(@Nullable String... texts) {
        return of(Arrays.asList(texts));
    }

    /** Folds the texts; those that are null or without a word are left out. */
    public static Forms of(List<@Nullable String> texts) {
        List<String> exact = new ArrayList<>();
        List<String> canonical = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String text : texts) {
            FoldedText folded = FoldedText.of(text);
            if (!folded.isEmpty()) {
                exact.add(folded.exactText());
                canonical.add(folded.canonicalText());
                plain.add(folded.plainText());
            }
        }
        return new Forms(List.copyOf(exact), List.copyOf(canonical), List.copyOf(plain));
    }
}
