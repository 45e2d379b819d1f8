package vn.hue.earchive.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Signals that Java cannot send itself: PostgreSQL stops at once on INT, while TERM waits for its
 * clients.
 */
final class Signals {

    private Signals() {}

    static void send(ProcessHandle handle, String signal) {
        if (signal.equals("TERM")) {
            boolean _ = handle.destroy();
            return;
        }
        try {
            int exit =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "kill \"-$0\" \"$1\"",
                                    signal,
                                    Long.toString(handle.pid()))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
            if (exit != 0 && handle.isAlive()) {
                boolean _ = handle.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
