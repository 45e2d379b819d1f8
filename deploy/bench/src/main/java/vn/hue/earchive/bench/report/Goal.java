package vn.hue.earchive.bench.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A goal that a benchmark of this module measures. All stand in {@code goals.csv}: {@code
 * bench|goal|is|limit|meaning}.
 *
 * @param bench which benchmark measures it
 * @param key as results carry it, for example {@code P1.wall}
 * @param bound whether the limit is the largest or the smallest value that meets the goal
 * @param meaning what the value is, with its unit
 */
public record Goal(String bench, String key, Bound bound, double limit, String meaning) {

    private static final List<Goal> ALL = load();

    /** On which side of the limit a goal is met. */
    public enum Bound {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        static Bound of(String words) {
            return switch (words) {
                case "at most" -> AT_MOST;
                case "at least" -> AT_LEAST;
                default -> throw new IllegalArgumentException("goals.csv: " + words);
            };
        }
    }

    /** The goals of one benchmark, in the order of its table. */
    public static List<Goal> of(String bench) {
        return ALL.stream().filter(goal -> goal.bench.equals(bench)).toList();
    }

    public boolean metBy(double value) {
        return bound == Bound.AT_MOST ? value <= limit : value >= limit;
    }

    /** The limit with its sign, for example {@code ≤ 1.30}. */
    public String bounds() {
        return bound.sign + " " + TextTable.figure(limit);
    }

    private static List<Goal> load() {
        try (InputStream in = Goal.class.getResourceAsStream("/goals.csv");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, "goals.csv"),
                                        StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(line -> !line.isBlank()).map(Goal::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Goal read(String line) {
        String[] cells = line.split("\\|", 5);
        return new Goal(
                cells[0], cells[1], Bound.of(cells[2]), Double.parseDouble(cells[3]), cells[4]);
    }
}
