package vn.hue.earchive.bench.powercut;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.ingest.Chaos;
import vn.hue.earchive.bench.ingest.Nemesis.Blow;
import vn.hue.earchive.bench.report.Result;

/** {@code deploy/bench/powercut}: {@link Chaos} by cuts of the power under the servers' data. */
public final class PowercutMain {

    private static final String USAGE =
            """
            usage: deploy/bench/powercut [options], as root, against a suite that deploy/up has started; it moves the data of the suite
              --cuts N        cuts at most: under PostgreSQL, Kafka, a store, or all of them (10)
              --files N       files to ingest, ten a dossier (1000)
              --clients N     clients at once (8)
              --every N       mean seconds between two cuts (15)
              --seed N        decides victims and moments (1)
            """
                    + Options.USAGE;

    private PowercutMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("powercut", words);
        System.exit(command.run(USAGE, () -> run(command, words)));
    }

    private static int run(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        Options asked =
                Options.parse(
                        words,
                        USAGE,
                        Map.of(
                                "--cuts", 10,
                                "--files", 1000,
                                "--clients", 8,
                                "--every", 15,
                                "--seed", 1),
                        root);
        Map<String, Integer> numbers = new TreeMap<>(asked.numbers());
        numbers.put("--faults", asked.number("--cuts"));
        Options options =
                new Options(numbers, asked.home(), asked.json(), asked.history(), asked.strict());
        try (Power power = Power.under(root, options.home())) {
            Result result =
                    Chaos.run(command, root, options, List.of(Blow.CUT), power, "G2.broken");
            return Command.finish(result, options, root);
        }
    }
}
