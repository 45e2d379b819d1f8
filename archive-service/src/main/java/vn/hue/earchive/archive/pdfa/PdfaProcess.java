package vn.hue.earchive.archive.pdfa;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.verapdf.pdfa.Foundries;

/**
 * The checking process, seen from the service: started when it is needed, one file at a time, ended
 * when it takes too long. Not for several threads.
 */
final class PdfaProcess implements AutoCloseable {

    /** What the JVM exits with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final int heapMb;
    private final Duration timeLimit;
    private @Nullable Running running;

    private record Running(Process process, BufferedWriter requests, BufferedReader replies) {}

    PdfaProcess(Path folder, int heapMb, Duration timeLimit) {
        this.folder = folder;
        this.heapMb = heapMb;
        this.timeLimit = timeLimit;
    }

    /** Looks into one file; one that costs too much ends the process, the next gets a new one. */
    PdfaResult check(Path file) {
        try {
            Running checker = ready();
            checker.requests().write(file + "\n");
            checker.requests().flush();
            String line = within(timeLimit, checker.replies()::readLine);
            return line == null ? ended(checker.process()) : PdfaResult.parse(line);
        } catch (TimeoutException e) {
            close();
            return PdfaResult.of(PdfaResult.Outcome.TIMED_OUT);
        } catch (IOException e) {
            Running last = running;
            return last == null ? PdfaResult.of(PdfaResult.Outcome.NOT_RUN) : ended(last.process());
        }
    }

    private PdfaResult ended(Process process) {
        try {
            boolean gone = process.waitFor(5, TimeUnit.SECONDS);
            return PdfaResult.of(
                    gone && process.exitValue() == OUT_OF_MEMORY
                            ? PdfaResult.Outcome.OUT_OF_MEMORY
                            : PdfaResult.Outcome.NOT_RUN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PdfaResult.of(PdfaResult.Outcome.NOT_RUN);
        } finally {
            close();
        }
    }

    private Running ready() throws IOException, TimeoutException {
        Running known = running;
        if (known != null && known.process().isAlive()) {
            return known;
        }
        close();
        Process process = start();
        Running started =
                new Running(
                        process,
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        process.getOutputStream(), StandardCharsets.UTF_8)),
                        process.inputReader(StandardCharsets.UTF_8));
        running = started;
        if (!PdfaMain.READY.equals(within(START_LIMIT, started.replies()::readLine))) {
            throw new IOException("The checking process does not start");
        }
        return started;
    }

    private Process start() throws IOException {
        Path hosts = folder.resolve("no-hosts");
        if (!Files.exists(hosts)) {
            Files.createFile(hosts);
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heapMb + "m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-Djava.awt.headless=true",
                                "-Djava.io.tmpdir=" + folder,
                                // No name resolves, so that nothing is fetched.
                                "-Djdk.net.hosts.file=" + hosts,
                                "-cp",
                                classPath(),
                                PdfaMain.class.getName()));
        // The environment of the service holds its credentials.
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    /** The packaged application's folders, or the class path of a test. */
    private static String classPath() {
        Path library = place(Foundries.class);
        Path own = place(PdfaMain.class);
        Path main = library == null ? null : library.getParent();
        if (own != null && main != null && main.endsWith(Path.of("lib", "main"))) {
            return own
                    + File.pathSeparator
                    + main.resolve("*")
                    + File.pathSeparator
                    + main.resolveSibling("boot").resolve("*");
        }
        String tests = System.getProperty("surefire.test.class.path");
        return tests != null ? tests : System.getProperty("java.class.path", "");
    }

    private static @Nullable Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null || !source.getLocation().getProtocol().equals("file")
                    ? null
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static <T extends @Nullable Object> T within(Duration limit, Callable<T> work)
            throws IOException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("pdfa-reply").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        Running last = running;
        running = null;
        if (last != null) {
            last.process().destroyForcibly();
        }
    }
}
