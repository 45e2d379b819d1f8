package vn.hue.earchive.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts the processes of one stack. A child first waits behind a gate (a shell that reads one line
 * and then becomes the program, keeping its pid) until its pid is on file and known to the {@link
 * Sentinel}: there is no moment in which killing the launcher leaves a process that nobody knows.
 */
public final class Children {

    private static final String GATE = "read -r go && exec \"$@\" </dev/null";

    private final Path run;
    private final Path logs;
    private final Sentinel sentinel;

    /**
     * @param run folder for pid files
     * @param logs folder for what the children print
     */
    public Children(Path run, Path logs) throws IOException {
        this.run = Files.createDirectories(run);
        this.logs = Files.createDirectories(logs);
        this.sentinel = new Sentinel(logs.resolve("sentinel.log"));
    }

    /**
     * Starts a program.
     *
     * @param signal what stops it kindly, for example {@code TERM}
     */
    public ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            String signal)
            throws IOException {
        Path log = freshLog(name);
        List<String> gated = new ArrayList<>(List.of("sh", "-c", GATE, "gate"));
        gated.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(gated)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Path pidFile = run.resolve(name + ".pid");
        Optional<ProcessRecord> self = ProcessRecord.of(process.toHandle());
        if (self.isPresent()) {
            self.get().write(pidFile);
        }
        sentinel.watch(process.pid(), signal);
        var _ =
                process.onExit()
                        .thenRun(() -> {
                            sentinel.forget(process.pid());
                        });
        try (OutputStream gate = process.getOutputStream()) {
            gate.write("go\n".getBytes(StandardCharsets.US_ASCII));
        }
        return new ChildProcess(name, process, log);
    }

    /**
     * Ends what an earlier launcher of this stack left behind, if it is still the process that was
     * recorded.
     *
     * @return the names of what was found and ended
     */
    public List<String> endStale() throws IOException, InterruptedException {
        List<String> ended = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(run, "*.pid")) {
            for (Path file : files) {
                Optional<ProcessHandle> stale =
                        ProcessRecord.read(file).flatMap(ProcessRecord::process);
                if (stale.isPresent()) {
                    end(stale.get());
                    ended.add(file.getFileName().toString().replace(".pid", ""));
                }
                Files.delete(file);
            }
        }
        return ended;
    }

    private static void end(ProcessHandle handle) throws InterruptedException {
        boolean asked = handle.destroy();
        if (asked && goneWithin(handle, Duration.ofSeconds(10))) {
            return;
        }
        boolean killed = handle.destroyForcibly();
        if (!killed || !goneWithin(handle, Duration.ofSeconds(10))) {
            throw new IllegalStateException(
                    "Process "
                            + handle.pid()
                            + " of an earlier start cannot be ended; end it by hand.");
        }
    }

    private static boolean goneWithin(ProcessHandle handle, Duration time)
            throws InterruptedException {
        try {
            ProcessHandle gone = handle.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return !gone.isAlive();
        } catch (TimeoutException e) {
            return !handle.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One log per start; the one before is kept beside it, because it tells why the last run ended.
     */
    private Path freshLog(String name) throws IOException {
        Path log = logs.resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(
                    log, logs.resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.createFile(log);
    }
}
