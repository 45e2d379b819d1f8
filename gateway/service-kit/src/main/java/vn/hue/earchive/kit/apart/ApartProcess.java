package vn.hue.earchive.kit.apart;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/**
 * A process apart, seen from the service: started when it is needed, asked one request at a time,
 * ended when an answer takes too long. Not for several threads.
 */
public final class ApartProcess implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ApartProcess.class);

    /** What the JVM exits with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** Characters of one answer; a longer one is no answer. */
    private static final int MAX_REPLY = 8 << 20;

    private final ApartSettings settings;
    private @Nullable Running running;

    private record Running(Process process, BufferedWriter requests, Reader replies) {}

    public ApartProcess(ApartSettings settings) {
        this.settings = settings;
    }

    /**
     * Asks for one line. A request that costs too much time or memory is told by its cause, and the
     * next one gets a new process.
     *
     * @param request one line without its end
     * @throws ApartBroken when the process does not start
     */
    public ApartReply ask(String request) throws ApartBroken {
        Running apart = ready();
        try {
            apart.requests().write(request);
            apart.requests().newLine();
            apart.requests().flush();
            String line = within(settings.timeLimit(), () -> answer(apart.replies()));
            return line == null ? ended(apart.process()) : new ApartReply.Answer(line);
        } catch (TimeoutException e) {
            close();
            return new ApartReply.Lost(ApartReply.Cause.TIMED_OUT);
        } catch (IOException e) {
            return ended(apart.process());
        }
    }

    private ApartReply ended(Process process) throws ApartBroken {
        try {
            boolean gone = process.waitFor(5, TimeUnit.SECONDS);
            return new ApartReply.Lost(
                    gone && process.exitValue() == OUT_OF_MEMORY
                            ? ApartReply.Cause.OUT_OF_MEMORY
                            : ApartReply.Cause.ENDED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApartBroken("interrupted", e);
        } finally {
            close();
        }
    }

    private Running ready() throws ApartBroken {
        Running known = running;
        if (known != null && known.process().isAlive()) {
            return known;
        }
        close();
        try {
            Path work = Files.createDirectories(settings.folder());
            Path errors = work.resolve("errors");
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
            String first = within(settings.startLimit(), () -> answer(started.replies()));
            if (!ApartMain.READY.equals(first)) {
                String why = Files.exists(errors) ? Files.readString(errors) : "";
                throw new ApartBroken(why.substring(0, Math.min(2000, why.length())), null);
            }
            return started;
        } catch (IOException | TimeoutException e) {
            close();
            throw new ApartBroken("The process does not start", e);
        } catch (ApartBroken e) {
            close();
            throw e;
        }
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
                        ApartClassPath.of(settings.main()),
                        settings.main().getName()));
        command.addAll(settings.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        // The environment of the service holds its credentials.
        builder.environment().clear();
        builder.directory(work.toFile());
        builder.redirectError(errors.toFile());
        return builder.start();
    }

    /**
     * The next answer without its mark and end; null when the process has ended. What the JVM says
     * of its own death stands on the same stream without a mark.
     */
    private static @Nullable String answer(Reader replies) throws IOException {
        String line = line(replies);
        while (line != null && !line.startsWith(ApartMain.MARK)) {
            line = line(replies);
        }
        return line == null ? null : line.substring(ApartMain.MARK.length());
    }

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
        return line.toString();
    }

    private static <T extends @Nullable Object> T within(Duration limit, Callable<T> work)
            throws IOException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("apart-reply").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
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
            LOG.warnf(e, "Scratch files left behind folder=%s", settings.folder());
        }
    }

    private void sweep() throws IOException {
        if (!Files.isDirectory(settings.folder())) {
            return;
        }
        try (Stream<Path> left = Files.walk(settings.folder())) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
