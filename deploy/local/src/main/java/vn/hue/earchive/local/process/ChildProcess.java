package vn.hue.earchive.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running child of this launcher. It is only ever addressed by its own pid. */
public final class ChildProcess {

    private final String name;
    private final Process process;
    private final Path log;

    ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it prints, from this start on. */
    public Path log() {
        return log;
    }

    /**
     * The exit code as a shell reports it: above 128 it is 128 plus the signal that ended the
     * process.
     */
    public int exitCode() {
        return process.exitValue();
    }

    /** True when the process ended within the time. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Asks with {@code signal}, waits, and kills what is still there. Returns when the process is
     * gone.
     */
    public void stop(String signal, Duration patience) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        Signals.send(process.toHandle(), signal);
        if (!endsWithin(patience)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @Override
    public String toString() {
        return name + " (pid " + pid() + ")";
    }
}
