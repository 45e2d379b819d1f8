package vn.hue.earchive.document.signature;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.signature.worker.CheckReply;
import vn.hue.earchive.document.signature.worker.CheckRequest;
import vn.hue.earchive.document.signature.worker.CheckerMain;

/**
 * The checking process, seen from the service: started when it is needed, one file at a time, ended
 * when it takes too long or has nothing to do. Not for several threads.
 */
final class Checker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Checker.class);

    /** What the JVM exits with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int MAX_REPLY = 8 << 20;

    private final Settings settings;
    private @Nullable Running running;

    /**
     * @param folder in which the process gets a folder of its own, emptied when it ends
     * @param trust folder of trust anchors, null for none
     * @param crls folder of revocation lists, null for none
     */
    record Settings(
            Path folder,
            @Nullable Path trust,
            @Nullable Path crls,
            int heapMb,
            Duration startLimit,
            Duration timeLimit) {}

    Checker(Settings settings) {
        this.settings = settings;
    }

    /** The process does not start, or answers nonsense: nobody can check anything. */
    static final class CheckerBroken extends Exception {
        CheckerBroken(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private record Running(Process process, BufferedWriter requests, Reader replies) {}

    /**
     * Looks into one file. A file that costs too much time or memory is told by its cause, and the
     * next one gets a new process.
     */
    CheckReply check(Path file, String name, Instant at) throws CheckerBroken {
        Running checker = ready();
        try {
            checker.requests()
                    .write(
                            CheckerMain.json()
                                    .writeValueAsString(
                                            new CheckRequest(
                                                    file.toString(), name, at.toEpochMilli())));
            checker.requests().newLine();
            checker.requests().flush();
            String line = within(settings.timeLimit(), () -> line(checker.replies()));
            if (line == null) {
                return ended(checker.process());
            }
            return CheckerMain.json().readValue(line, CheckReply.class);
        } catch (TimeoutException e) {
            close();
            return told(SignatureCause.CHECK_TIMED_OUT);
        } catch (IOException e) {
            return ended(checker.process());
        }
    }

    private CheckReply ended(Process process) throws CheckerBroken {
        try {
            boolean gone = process.waitFor(5, TimeUnit.SECONDS);
            int code = gone ? process.exitValue() : -1;
            return told(
                    code == OUT_OF_MEMORY
                            ? SignatureCause.CHECK_OUT_OF_MEMORY
                            : SignatureCause.CHECK_FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckerBroken("interrupted", e);
        } finally {
            close();
        }
    }

    private static CheckReply told(SignatureCause cause) {
        return new CheckReply(List.of(cause), List.of(), "EU DSS", "", null, null);
    }

    private Running ready() throws CheckerBroken {
        Running known = running;
        if (known != null && known.process().isAlive()) {
            return known;
        }
        close();
        try {
            Path work = Files.createDirectories(work());
            Path errors = work.resolve("checker.err");
            Process process = start(work, errors);
            Running started =
                    new Running(
                            process,
                            new BufferedWriter(
                                    new OutputStreamWriter(
                                            process.getOutputStream(), StandardCharsets.UTF_8)),
                            new BufferedReader(
                                    process.inputReader(StandardCharsets.UTF_8), 1 << 16));
            running = started;
            String first = within(settings.startLimit(), () -> line(started.replies()));
            if (!CheckerMain.READY.equals(first)) {
                String why = Files.exists(errors) ? Files.readString(errors) : "";
                throw new CheckerBroken(why.substring(0, Math.min(2000, why.length())), null);
            }
            return started;
        } catch (IOException | TimeoutException e) {
            close();
            throw new CheckerBroken("The checking process does not start", e);
        } catch (CheckerBroken e) {
            close();
            throw e;
        }
    }

    private Path work() {
        return settings.folder().resolve("work");
    }

    private Process start(Path work, Path errors) throws IOException {
        Path hosts = work.resolve("no-hosts");
        if (!Files.exists(hosts)) {
            Files.createFile(hosts);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + settings.heapMb() + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xss2m",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + work,
                        // No name resolves, so that none is asked for.
                        "-Djdk.net.hosts.file=" + hosts,
                        "-cp",
                        CheckerClassPath.find(),
                        CheckerMain.class.getName(),
                        settings.trust() == null ? "-" : settings.trust().toString(),
                        settings.crls() == null ? "-" : settings.crls().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        // The environment of the service holds its credentials.
        builder.environment().clear();
        builder.directory(work.toFile());
        builder.redirectError(errors.toFile());
        return builder.start();
    }

    /** A line without its end; null when the process has ended. */
    private static @Nullable String line(Reader replies) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = replies.read(); c != '\n'; c = replies.read()) {
            if (c < 0) {
                return null;
            }
            if (line.length() >= MAX_REPLY) {
                throw new IOException("reply without end");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static <T extends @Nullable Object> T within(Duration limit, Callable<T> work)
            throws IOException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("signature-checker-reply").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends the process, if there is one, and takes away what it left on the disk. */
    @Override
    public void close() {
        Running last = running;
        running = null;
        if (last == null) {
            return;
        }
        try {
            last.process().destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            sweep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warnf(e, "Scratch files left behind folder=%s", work());
        }
    }

    private void sweep() throws IOException {
        if (!Files.isDirectory(work())) {
            return;
        }
        try (Stream<Path> left = Files.walk(work())) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
