package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;
import vn.hue.earchive.bench.ingest.Nemesis.Blow;

/** {@code deploy/bench/chaos}: {@link Chaos} by signals to the suite's processes. */
public final class ChaosMain {

    private static final String USAGE =
            """
            usage: deploy/bench/chaos [options], against a suite that deploy/up has started
              --faults N      blows at most (20)
              --files N       files to ingest, ten a dossier (3000)
              --clients N     clients at once (8)
              --every N       mean seconds between two blows (8)
              --nemesis NAME  kill, stop or all (all)
              --seed N        decides victims and moments (1)
            """
                    + Options.USAGE;

    private static final String NEMESIS = "--nemesis";

    private ChaosMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("chaos", words);
        System.exit(command.run(USAGE, () -> run(command, words)));
    }

    private static int run(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        List<String> others = new ArrayList<>(words);
        int at = words.indexOf(NEMESIS);
        List<Blow> blows = blows(at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "all");
        if (at >= 0) {
            others.subList(at, Math.min(at + 2, others.size())).clear();
        }
        Options options =
                Options.parse(
                        others,
                        USAGE,
                        Map.of(
                                "--faults", 20,
                                "--files", 3000,
                                "--clients", 8,
                                "--every", 8,
                                "--seed", 1),
                        root);
        return Command.finish(
                Chaos.run(command, root, options, blows, new NothingToCut(), "G1.broken"),
                options,
                root);
    }

    private static List<Blow> blows(String name) {
        return switch (name) {
            case "all" -> List.of(Blow.KILL, Blow.STOP);
            case "kill" -> List.of(Blow.KILL);
            case "stop" -> List.of(Blow.STOP);
            default -> throw new IllegalArgumentException("--nemesis is kill, stop or all.");
        };
    }

    private static final class NothingToCut implements Nemesis.Cutter {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public void cut(List<String> names) throws IOException {
            throw new IOException("There is nothing to cut.");
        }
    }
}
