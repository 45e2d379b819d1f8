package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * One process of a stack. Starting is idempotent: what runs is left alone, what has died is started
 * again on its old data. Thread-safe; a second caller waits for the first.
 */
public abstract class Component {

    private static final int LOG_LINES = 15;
    private static final int LOG_WIDTH = 300;

    protected final Site site;
    private final String name;
    private volatile @Nullable ChildProcess child;
    private volatile boolean ready;

    protected Component(Site site, String name) {
        this.site = site;
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** Where it is reached, for a person to read or to copy. */
    public abstract String address();

    /** Components that must be ready before this one is started. */
    public Set<String> needs() {
        return Set.of();
    }

    /** What it takes when it runs, in MiB of memory; judged before it is started. */
    public abstract int memoryMiB();

    /** True when what should run is newer than what runs. */
    public boolean outdated() throws IOException {
        return false;
    }

    /** Every port it listens on; each must be free before it is started. */
    protected abstract List<Integer> ports();

    /**
     * Brings files and folders into the state that the command expects; does nothing the second
     * time.
     */
    protected abstract void prepare() throws IOException, InterruptedException;

    protected abstract List<String> command() throws IOException;

    protected Map<String, String> environment() {
        return Map.of();
    }

    /**
     * True when it does its work; asked again and again after the start. Failing to connect is
     * simply not ready.
     */
    protected abstract boolean answers(ChildProcess process)
            throws IOException, InterruptedException;

    /** Once after each start, when it answers. */
    protected void afterStart() throws IOException, InterruptedException {}

    protected String stopSignal() {
        return "TERM";
    }

    /** How often a starting process is asked. */
    protected Duration pollInterval() {
        return Duration.ofMillis(50);
    }

    protected Duration startTimeout() {
        return Duration.ofMinutes(2);
    }

    protected Duration stopTimeout() {
        return Duration.ofSeconds(20);
    }

    /** The process, when it is alive. */
    public final Optional<ChildProcess> process() {
        return Optional.ofNullable(child).filter(ChildProcess::alive);
    }

    /** True when it was started, became ready, and has not died since. */
    public final boolean running() {
        return ready && process().isPresent();
    }

    /** What it looks like from outside now: it may live and yet not answer. */
    public final boolean healthy() throws InterruptedException {
        Optional<ChildProcess> process = process();
        try {
            return ready && process.isPresent() && answers(process.get());
        } catch (IOException e) {
            return false;
        }
    }

    /** The last start's process has ended although nobody stopped it. */
    public final boolean died() {
        ChildProcess last = child;
        return last != null && !last.alive();
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @return false when it ran already
     * @throws StackFailure with a sentence that names the log when it cannot be started
     */
    public final synchronized boolean start() throws InterruptedException {
        if (running()) {
            return false;
        }
        stop();
        try {
            requireFreePorts();
            prepare();
            ChildProcess process =
                    site.children()
                            .start(name, command(), environment(), site.home(), stopSignal());
            child = process;
            awaitReady(process);
            afterStart();
            ready = true;
            return true;
        } catch (IOException e) {
            throw new StackFailure(name + " cannot be started: " + e, e);
        } finally {
            if (!ready) {
                stop();
            }
        }
    }

    /** Stops it kindly, then by force; returns when it is gone. */
    public final synchronized void stop() throws InterruptedException {
        ChildProcess process = child;
        if (process != null) {
            process.stop(stopSignal(), stopTimeout());
        }
        child = null;
        ready = false;
    }

    private void requireFreePorts() {
        for (int port : ports()) {
            if (!Settings.free(port)) {
                throw new StackFailure(
                        "Port %d, which %s has used since this stack was made, is taken by another program. Stop that program, or delete %s to have new ports chosen (tokens issued before become invalid)."
                                .formatted(port, name, site.home().resolve("stack.json")));
            }
        }
    }

    private void awaitReady(ChildProcess process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + startTimeout().toNanos();
        while (true) {
            if (process.endsWithin(pollInterval())) {
                throw new StackFailure(
                        "%s stopped while it was starting (exit code %d).%n%s"
                                .formatted(name, process.exitCode(), logEnd(process.log())));
            }
            if (answers(process)) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "%s did not become ready within %d s.%n%s"
                                .formatted(
                                        name, startTimeout().toSeconds(), logEnd(process.log())));
            }
        }
    }

    /**
     * The last lines that say something: frames of stack traces fill a screen and tell a person
     * nothing.
     */
    static String logEnd(Path log) throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .filter(line -> !line.matches("\\s+(at .*|\\.\\.\\. \\d+ more)"))
                        .map(line ->
                                line.length() > LOG_WIDTH
                                        ? line.substring(0, LOG_WIDTH) + " ..."
                                        : line)
                        .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        return "Its log is " + log + " and ends with:\n    " + String.join("\n    ", last);
    }
}
