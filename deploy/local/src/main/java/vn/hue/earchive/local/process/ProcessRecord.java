package vn.hue.earchive.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process as a later launcher can recognise it: its pid and the moment it started, so that a pid
 * that meanwhile belongs to somebody else is never signalled. Kept as one line {@code PID
 * EPOCH_MILLIS} in a file.
 */
public record ProcessRecord(long pid, Instant started) {

    /** The record of a live process; empty when it has already ended. */
    public static Optional<ProcessRecord> of(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(started ->
                        new ProcessRecord(
                                handle.pid(), Instant.ofEpochMilli(started.toEpochMilli())));
    }

    /**
     * Reads a file that {@link #write} left; empty when there is none or it was cut short by a
     * crash.
     */
    public static Optional<ProcessRecord> read(Path file) throws IOException {
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" "));
            return words.size() == 2
                    ? Optional.of(
                            new ProcessRecord(
                                    Long.parseLong(words.get(0)),
                                    Instant.ofEpochMilli(Long.parseLong(words.get(1)))))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + started.toEpochMilli() + "\n");
    }

    /** The process itself, if it is still the one that was recorded. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> of(handle).map(this::sameStart).orElse(false));
    }

    /**
     * The kernel derives start times from a boot time that moves a little when the clock is
     * adjusted.
     */
    private boolean sameStart(ProcessRecord other) {
        return Duration.between(started, other.started).abs().compareTo(Duration.ofSeconds(2)) <= 0;
    }
}
