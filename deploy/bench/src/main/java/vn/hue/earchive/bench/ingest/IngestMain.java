package vn.hue.earchive.bench.ingest;

import java.nio.file.Path;
import java.util.List;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.report.Result;
import vn.hue.earchive.bench.suite.RunningSuite;

/** {@code deploy/bench/ingest}. */
public final class IngestMain {

    private IngestMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("ingest", words);
        System.exit(command.run(IngestOptions.USAGE, () -> measure(command, words)));
    }

    private static int measure(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        IngestOptions options = IngestOptions.parse(words, root);
        Figures figures =
                new Figures(
                        options, new Ingest(options, RunningSuite.at(options.home()), root).run());
        Result result =
                command.result(
                        figures.goals(), figures.measured().invariants.broken(), figures.detail());
        System.out.print(Printout.of(result, figures));
        Command.keep(result, options.json(), options.history(), root);
        return result.broken().isEmpty() && (result.goalsMet() || !options.strict()) ? 0 : 1;
    }
}
