package vn.hue.earchive.document.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of the sets in force, ready for comparison: BM25 over syllables and pairs of
 * neighbours, with a weight for each field of a line. Immutable; a few hundred lines.
 *
 * <pre>
 *   tf(t, line)    = Σ field weight × occurrences / (1 − b + b × length / mean length)
 *   score(line)    = Σ query weight × idf(t) × tf / (k1 + tf)   (+ usual case)
 * </pre>
 */
final class RuleIndex {

    private static final double K1 = 1.2;
    private static final double B = 0.5;
    private static final double TITLE = 1.0;
    private static final double CASE = 1.3;
    private static final double GROUP = 0.35;

    /** For the case that applies when nothing special is said; decides between sister lines. */
    private static final double USUAL = 1.0;

    /** A confirmed line goes before an unconfirmed one that says the same. */
    private static final double CONFIRMED = 1.06;

    /** The texts of a line. */
    record Line(String title, String caseText, String group, boolean confirmed) {}

    /**
     * A line that has words in common with the query.
     *
     * @param line its place among the lines that the index was made of
     * @param words origin → what it adds to the score, largest first
     * @param usual true when the score holds the addition for the ordinary case
     */
    record Hit(int line, double score, Map<String, Double> words, boolean usual) {}

    private record Posting(int line, double frequency) {}

    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final List<Line> lines;
    private final boolean[] usual;

    RuleIndex(List<Line> lines, WordList list) {
        this.lines = List.copyOf(lines);
        this.usual = new boolean[lines.size()];
        List<Map<String, Double>> frequencies = new ArrayList<>();
        lines.forEach(line -> frequencies.add(new HashMap<>()));
        field(lines.stream().map(Line::title).toList(), TITLE, list, frequencies);
        field(lines.stream().map(Line::caseText).toList(), CASE, list, frequencies);
        field(lines.stream().map(Line::group).toList(), GROUP, list, frequencies);
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            usual[i] = list.isUsualCase(lines.get(i).caseText());
            frequencies
                    .get(i)
                    .forEach((term, frequency) ->
                            postings.computeIfAbsent(term, t -> new ArrayList<>())
                                    .add(new Posting(line, frequency)));
        }
    }

    private static void field(
            List<String> texts,
            double weight,
            WordList list,
            List<Map<String, Double>> frequencies) {
        List<Map<String, Query.Term>> terms =
                texts.stream().map(t -> new Query(list).addPlain(t).terms()).toList();
        double mean = terms.stream().mapToInt(Map::size).filter(n -> n > 0).average().orElse(1);
        for (int i = 0; i < texts.size(); i++) {
            double length = terms.get(i).size();
            double norm = 1 - B + B * length / mean;
            for (String term : terms.get(i).keySet()) {
                frequencies.get(i).merge(term, weight / norm, Double::sum);
            }
        }
    }

    /** The best lines, best first; equal ones in the order of the schedule. */
    List<Hit> best(Query query, int max) {
        double[] scores = new double[lines.size()];
        Map<Integer, Map<String, Double>> words = new HashMap<>();
        query.terms()
                .forEach((term, wanted) -> {
                    List<Posting> where = postings.getOrDefault(term, List.of());
                    double idf =
                            Math.log(
                                    1 + (lines.size() - where.size() + 0.5) / (where.size() + 0.5));
                    for (Posting posting : where) {
                        double part =
                                wanted.weight()
                                        * idf
                                        * posting.frequency()
                                        / (K1 + posting.frequency());
                        scores[posting.line()] += part;
                        words.computeIfAbsent(posting.line(), l -> new HashMap<>())
                                .merge(wanted.origin(), part, Double::sum);
                    }
                });
        List<Hit> hits = new ArrayList<>();
        words.forEach((line, parts) -> {
            double score = scores[line] + (usual[line] ? USUAL : 0);
            score *= lines.get(line).confirmed() ? CONFIRMED : 1;
            hits.add(new Hit(line, score, largestFirst(parts), usual[line]));
        });
        return hits.stream()
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparingInt(Hit::line))
                .limit(max)
                .toList();
    }

    private static Map<String, Double> largestFirst(Map<String, Double> parts) {
        Map<String, Double> sorted = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
