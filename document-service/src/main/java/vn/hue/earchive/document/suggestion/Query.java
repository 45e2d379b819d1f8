package vn.hue.earchive.document.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked for: weighted terms, each with the words of the title that it comes from, so that
 * a match can be explained in the title's own words. A term is a toned syllable ({@code =quý}), a
 * folded one ({@code quy}), or a pair of neighbours of either kind.
 */
final class Query {

    private static final double TONED = 0.75;
    private static final double FOLDED = 0.25;
    private static final double PAIR = 1.4;
    private static final double MEANING = 0.8;

    /**
     * @param origin words of the input that it comes from
     */
    record Term(double weight, String origin) {}

    private final WordList list;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    Query(WordList list) {
        this.list = list;
    }

    /** Adds a text; everything in it counts with this weight. */
    Query add(String text, double weight) {
        List<Words.Syllable> words = Words.of(text);
        if (words.isEmpty()) {
            return this;
        }
        boolean toned = Words.toned(words);
        Optional<WordList.Entry> period = period(words, toned);
        terms(words, weight, toned, null);
        for (int at = 0; at < words.size(); at++) {
            for (WordList.Entry entry : list.at(words, at, toned)) {
                meaning(entry, words, at, weight);
            }
        }
        period.ifPresent(
                p -> terms(p.meaning(), weight * MEANING, true, p.label().replace("<n>", "…")));
        return this;
    }

    /** Adds a text as it stands, without what else it means: how the lines themselves are read. */
    Query addPlain(String text) {
        terms(Words.of(text), 1, true, null);
        return this;
    }

    private void meaning(WordList.Entry entry, List<Words.Syllable> words, int at, double weight) {
        StringBuilder origin = new StringBuilder();
        for (int i = at; i < at + entry.phrase().size(); i++) {
            origin.append(origin.isEmpty() ? "" : " ").append(words.get(i).surface());
        }
        terms(entry.meaning(), weight * MEANING, true, origin.toString());
    }

    private Optional<WordList.Entry> period(List<Words.Syllable> words, boolean toned) {
        for (WordList.Entry entry : list.periods()) {
            for (int at = 0; at < words.size(); at++) {
                if (entry.matches(words, at, toned)) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    private void terms(
            List<Words.Syllable> words,
            double weight,
            boolean toned,
            @org.jspecify.annotations.Nullable String origin) {
        double foldedWeight = toned ? FOLDED : 1;
        Words.Syllable before = null;
        for (Words.Syllable word : words) {
            if (word.isNumber() || list.saysNothing(word)) {
                before = null;
                continue;
            }
            String from = origin == null ? word.surface() : origin;
            put(word.folded(), weight * foldedWeight, from);
            if (toned) {
                put("=" + word.toned(), weight * TONED, from);
            }
            if (before != null) {
                String pair = origin == null ? before.surface() + " " + word.surface() : origin;
                put(before.folded() + " " + word.folded(), weight * PAIR * foldedWeight, pair);
                if (toned) {
                    put("=" + before.toned() + " " + word.toned(), weight * PAIR * TONED, pair);
                }
            }
            before = word;
        }
    }

    private void put(String term, double weight, String origin) {
        terms.merge(
                term,
                new Term(weight, origin),
                (one, other) -> one.weight() >= other.weight() ? one : other);
    }

    Map<String, Term> terms() {
        return terms;
    }

    /** Pairs of neighbouring folded syllables, for comparing titles with each other. */
    static List<String> pairs(String text, WordList list) {
        List<String> pairs = new ArrayList<>();
        Words.Syllable before = null;
        for (Words.Syllable word : Words.of(text)) {
            if (word.isNumber() || list.saysNothing(word)) {
                before = null;
                continue;
            }
            if (before != null) {
                String pair = before.folded() + " " + word.folded();
                if (!pairs.contains(pair)) {
                    pairs.add(pair);
                }
            }
            before = word;
        }
        return pairs;
    }
}
