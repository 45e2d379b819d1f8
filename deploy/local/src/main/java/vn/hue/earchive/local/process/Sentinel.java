package vn.hue.earchive.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shell process that is told the pids of the launcher's children through a pipe. When the pipe
 * ends — the launcher left, however it left, {@code kill -9} included — it stops those that are
 * still there: their own signal first, {@code KILL} after ten seconds. The kernel closes the pipe,
 * so nothing has to work in the launcher for this to happen.
 *
 * <p>A sentinel that was itself killed is replaced at once. Thread-safe.
 */
final class Sentinel {

    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            children=
            while read -r verb pid signal; do
              case $verb in
                +) children="$children $pid:$signal" ;;
                -) kept=
                   for child in $children; do [ "${child%%:*}" = "$pid" ] || kept="$kept $child"; done
                   children=$kept ;;
              esac
            done
            for child in $children; do kill "-${child##*:}" "${child%%:*}" 2>/dev/null; done
            tenths=0
            while [ $tenths -lt 100 ]; do
              alive=
              for child in $children; do kill -0 "${child%%:*}" 2>/dev/null && alive=1; done
              [ -n "$alive" ] || exit 0
              sleep 0.1
              tenths=$((tenths + 1))
            done
            for child in $children; do kill -KILL "${child%%:*}" 2>/dev/null; done
            """;

    private final Path log;
    private final Map<Long, String> watched = new LinkedHashMap<>();
    private @Nullable Process process;

    Sentinel(Path log) {
        this.log = log;
    }

    /**
     * Has the process stopped with {@code signal} (a name such as TERM) when the launcher is gone.
     */
    synchronized void watch(long pid, String signal) {
        watched.put(pid, signal);
        tell("+ " + pid + " " + signal);
    }

    /** The process is gone; its pid may soon be somebody else's. */
    synchronized void forget(long pid) {
        if (watched.remove(pid) != null) {
            tell("- " + pid + " -");
        }
    }

    private void tell(String line) {
        try {
            Process current = process;
            if (current == null || !current.isAlive()) {
                replace();
            } else {
                write(current, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sentinel that stops orphans cannot be reached", e);
        }
    }

    private void replace() throws IOException {
        Process fresh = start();
        process = fresh;
        for (Map.Entry<Long, String> child : watched.entrySet()) {
            write(fresh, "+ " + child.getKey() + " " + child.getValue());
        }
        var _ = fresh.onExit().thenRun(this::replaceLost);
    }

    private synchronized void replaceLost() {
        try {
            Process current = process;
            if (!watched.isEmpty() && (current == null || !current.isAlive())) {
                replace();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sentinel that stops orphans cannot be replaced", e);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of("sh", "-c", SCRIPT))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void write(Process sentinel, String line) throws IOException {
        OutputStream pipe = sentinel.getOutputStream();
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }
}
