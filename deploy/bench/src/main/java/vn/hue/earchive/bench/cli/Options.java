package vn.hue.earchive.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What benchmarks are asked in the same words, and the numbers of one of them.
 *
 * @param numbers by option, for example {@code --files}
 * @param home folder of the running suite
 * @param json file for the result beside the history
 * @param history whether the result is kept in the repository
 * @param strict a missed goal is a failure
 */
public record Options(
        Map<String, Integer> numbers,
        Path home,
        @Nullable Path json,
        boolean history,
        boolean strict) {

    /** The last lines of a usage text. */
    public static final String USAGE =
            """
              --home DIR      folder of the running suite (.stack/local)
              --json FILE     writes the result there too
              --no-history    keeps no result in deploy/bench/results
              --strict        fails when a goal is missed, not only when an invariant is broken
            """;

    public Options {
        numbers = Map.copyOf(numbers);
    }

    /**
     * @param defaults every number that may be given, with what it is otherwise
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public static Options parse(
            List<String> words, String usage, Map<String, Integer> defaults, Path root) {
        Map<String, Integer> numbers = new TreeMap<>(defaults);
        Path home = root.resolve(".stack/local");
        @Nullable Path json = null;
        boolean history = true;
        boolean strict = false;
        Arguments rest = new Arguments(words, usage);
        while (!rest.isEmpty()) {
            String option = rest.next();
            switch (option) {
                case "--home" -> home = Path.of(rest.value(option)).toAbsolutePath();
                case "--json" -> json = Path.of(rest.value(option)).toAbsolutePath();
                case "--no-history" -> history = false;
                case "--strict" -> strict = true;
                default -> {
                    if (!numbers.containsKey(option)) {
                        throw rest.unknown(option);
                    }
                    numbers.put(option, rest.number(option, 0));
                }
            }
        }
        return new Options(numbers, home, json, history, strict);
    }

    public int number(String option) {
        Integer value = numbers.get(option);
        if (value == null) {
            throw new IllegalArgumentException("There is no " + option + ".");
        }
        return value;
    }
}
