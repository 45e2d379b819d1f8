package vn.hue.earchive.document.suggestion;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * Measures the suggestions on the labelled titles. {@code main} prints the figures, as the test
 * does; with the argument {@code misses} also what is wrong in the half that may be looked at.
 */
public final class SuggestionQuality {

    private static final int OFFERED = 3;

    /** How often the right line was the first, or among the three. */
    record Figures(int titles, int first, int amongThree) {

        double top1() {
            return (double) first / titles;
        }

        double top3() {
            return (double) amongThree / titles;
        }
    }

    private record Labelled(String title, List<String> expected, String share) {}

    private final WordList list = WordList.load();
    private final List<String> codes = new ArrayList<>();
    private final RuleIndex index;
    private final List<Labelled> titles = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    @SuppressWarnings("NullAway") // The columns are those of the files in this repository.
    SuggestionQuality() {
        List<RuleIndex.Line> lines = new ArrayList<>();
        for (Map<String, String> row : csv("/samples/retention-schedule-sample.csv")) {
            codes.add(row.get("code"));
            lines.add(
                    new RuleIndex.Line(
                            row.get("titleVi"),
                            row.get("caseVi"),
                            row.get("groupTitleVi"),
                            row.get("certainty").equals("A")));
        }
        index = new RuleIndex(lines, list);
        for (Map<String, String> row : csv("/retention-quality/labelled-titles.csv")) {
            titles.add(
                    new Labelled(
                            row.get("title"),
                            List.of(row.get("expected").split(" ")),
                            row.get("share")));
        }
    }

    /**
     * @param share {@code tune}, {@code held-out}, or empty for both
     * @param tones false to take the tones from the titles first
     */
    Figures measure(String share, boolean tones) {
        misses.clear();
        int asked = 0;
        int first = 0;
        int among = 0;
        for (Labelled labelled : titles) {
            if (!share.isEmpty() && !share.equals(labelled.share())) {
                continue;
            }
            String title = tones ? labelled.title() : VietnameseText.fold(labelled.title());
            List<String> offered = offered(title);
            asked++;
            boolean hit = !offered.isEmpty() && labelled.expected().contains(offered.getFirst());
            first += hit ? 1 : 0;
            among += offered.stream().anyMatch(labelled.expected()::contains) ? 1 : 0;
            if (!hit && labelled.share().equals("tune")) {
                misses.add(labelled.expected() + " " + offered + " " + labelled.title());
            }
        }
        return new Figures(asked, first, among);
    }

    /** Codes on offer for a title, best first. */
    List<String> offered(String title) {
        return index.best(new Query(list).add(title, 1), OFFERED).stream()
                .map(hit -> codes.get(hit.line()))
                .toList();
    }

    private static List<Map<String, String>> csv(String resource) {
        InputStream in = SuggestionQuality.class.getResourceAsStream(resource);
        try (Reader text =
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
                CSVReaderHeaderAware rows = new CSVReaderHeaderAware(text)) {
            List<Map<String, String>> all = new ArrayList<>();
            Map<String, String> row = rows.readMap();
            while (row != null) {
                all.add(row);
                row = rows.readMap();
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) {
        print(System.out);
        if (args.length > 0 && args[0].equals("misses")) {
            SuggestionQuality quality = new SuggestionQuality();
            quality.measure("tune", true);
            quality.misses.forEach(System.out::println);
        }
    }

    /** The table of the README. */
    static void print(PrintStream out) {
        SuggestionQuality quality = new SuggestionQuality();
        for (String share : List.of("held-out", "tune", "")) {
            for (boolean tones : new boolean[] {true, false}) {
                Figures figures = quality.measure(share, tones);
                out.printf(
                        Locale.ROOT,
                        "%-8s %-13s titles %3d  top-1 %5.1f %%  top-3 %5.1f %%%n",
                        share.isEmpty() ? "all" : share,
                        tones ? "as written" : "without tones",
                        figures.titles(),
                        figures.top1() * 100,
                        figures.top3() * 100);
            }
        }
    }
}
