package vn.hue.earchive.document.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the scoring knows of words, as data ({@code suggestion/words.txt}): abbreviations, other
 * words for the same thing, periods of reports, ordinary cases, words that say nothing.
 */
final class WordList {

    private static final String FILE = "/suggestion/words.txt";

    /** A phrase and what else it means. {@code #} in a phrase stands for any number. */
    record Entry(List<Words.Syllable> phrase, List<Words.Syllable> meaning, String label) {

        boolean matches(List<Words.Syllable> text, int at, boolean toned) {
            if (at + phrase.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < phrase.size(); i++) {
                Words.Syllable wanted = phrase.get(i);
                Words.Syllable given = text.get(at + i);
                boolean same =
                        wanted.surface().equals("0")
                                ? given.isNumber()
                                : toned
                                        ? wanted.toned().equals(given.toned())
                                        : wanted.folded().equals(given.folded());
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final List<Entry> anyFirst = new ArrayList<>();
    private final List<Entry> periods = new ArrayList<>();
    private final List<String> usualCases = new ArrayList<>();
    private final Set<String> stopWords = new TreeSet<>();

    private WordList(List<String> lines) {
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::read);
    }

    static WordList load() {
        try (InputStream in = WordList.class.getResourceAsStream(FILE)) {
            return new WordList(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        String[] cells = line.split("\\|", -1);
        String phrase = cells[1].strip();
        String meaning = cells.length > 2 ? cells[2].strip() : "";
        switch (cells[0].strip()) {
            case "means" -> {
                Entry entry = entry(phrase, meaning);
                Words.Syllable first = entry.phrase().getFirst();
                if (first.surface().equals("0")) {
                    anyFirst.add(entry);
                } else {
                    byFirst.computeIfAbsent(first.folded(), f -> new ArrayList<>()).add(entry);
                }
            }
            case "period" -> periods.add(entry(phrase, meaning));
            case "usual" -> usualCases.add(fold(phrase));
            case "stop" -> stopWords.addAll(List.of(phrase.split(" ")));
            default -> throw new IllegalStateException(line);
        }
    }

    private static Entry entry(String phrase, String meaning) {
        return new Entry(Words.of(phrase.replace("<n>", "0")), Words.of(meaning), phrase);
    }

    private static String fold(String phrase) {
        return vn.hue.earchive.document.text.VietnameseText.fold(phrase);
    }

    /** Entries whose phrase stands at this place. */
    List<Entry> at(List<Words.Syllable> text, int at, boolean toned) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : byFirst.getOrDefault(text.get(at).folded(), List.of())) {
            if (entry.matches(text, at, toned)) {
                found.add(entry);
            }
        }
        for (Entry entry : anyFirst) {
            if (entry.matches(text, at, toned)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Periods of reports, the shortest first: only the first that stands in a text counts. */
    List<Entry> periods() {
        return periods;
    }

    /** True for the case of a rule that applies when nothing special is said. */
    boolean isUsualCase(String caseText) {
        String folded = fold(caseText);
        return usualCases.stream().anyMatch(folded::contains);
    }

    boolean saysNothing(Words.Syllable word) {
        return stopWords.contains(word.toned());
    }
}
