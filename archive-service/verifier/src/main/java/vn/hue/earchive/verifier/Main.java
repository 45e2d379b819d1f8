package vn.hue.earchive.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar verifier.jar bundle.zip [--key log.key]}. Exit code 0: all holds; 1: something
 * does not; 2: wrong call, or the file cannot be read.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out) {
        boolean keyGiven = arguments.length == 3 && arguments[1].equals("--key");
        if (arguments.length != 1 && !keyGiven) {
            out.println("java -jar verifier.jar bundle.zip [--key log.key]");
            return 2;
        }
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            @Nullable String key = keyGiven ? Files.readString(Path.of(arguments[2])) : null;
            Verification verification = Verification.of(in, key);
            for (Finding finding : verification.findings()) {
                String mark =
                        switch (finding.kind()) {
                            case HOLDS -> "[ OK ] ";
                            case NOTE -> "[ ?? ] ";
                            case FAILS -> "[SAI!] ";
                        };
                out.println(mark + finding.vietnamese());
                out.println("       " + finding.english());
            }
            boolean holds = verification.holds();
            out.println(holds ? "HỢP LỆ / HOLDS" : "KHÔNG HỢP LỆ / DOES NOT HOLD");
            return holds ? 0 : 1;
        } catch (IOException e) {
            out.println("Không đọc được / cannot be read: " + e.getMessage());
            return 2;
        }
    }
}
