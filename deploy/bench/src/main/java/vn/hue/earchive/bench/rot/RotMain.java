package vn.hue.earchive.bench.rot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.bench.cli.Command;
import vn.hue.earchive.bench.cli.Options;

/** {@code deploy/bench/rot}: see {@link Rot}. */
public final class RotMain {

    private static final String USAGE =
            """
            usage: deploy/bench/rot [options], against a suite that deploy/up has started; it damages the files of the archive stores
              --n N           files of one copy that are damaged: flips, and of each fourteen one deletion, addition, truncation, swap (140)
              --both N        files of which both copies are damaged (5)
              --files N       files to ingest before, ten a dossier (1000)
              --seed N        decides victims and damages (1)
              --patience N    seconds for a round, and for the repairs (300)
            """
                    + Options.USAGE;

    private RotMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Command command = new Command("rot", words);
        System.exit(command.run(USAGE, () -> run(command, words)));
    }

    private static int run(Command command, List<String> words) throws Exception {
        Path root = Command.root();
        Options options =
                Options.parse(
                        words,
                        USAGE,
                        Map.of(
                                "--n",
                                140,
                                "--both",
                                5,
                                "--files",
                                1000,
                                "--seed",
                                1,
                                "--patience",
                                300),
                        root);
        Rot.Outcome outcome =
                Rot.run(
                        options.home(),
                        root.resolve("deploy/keycloak/demo/earchive-realm.json"),
                        new Rot.Size(
                                options.number("--n"),
                                options.number("--both"),
                                options.number("--files"),
                                options.number("--seed"),
                                Duration.ofSeconds(options.number("--patience"))));
        return Command.finish(
                command.result(outcome.goals(), outcome.broken(), outcome.detail()), options, root);
    }
}
