package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.local.process.ProcessRecord;

/**
 * Where a supervisor listens, in {@code run/supervisor}: {@code PID START_MILLIS PORT SECRET}. Only
 * the owner of the folder can read it, so only they can give orders.
 */
record SupervisorAddress(ProcessRecord process, int port, String secret) {

    private static final String FILE = "run/supervisor";

    /** The supervisor of this folder, if it is alive. */
    static Optional<SupervisorAddress> find(Path home) throws IOException {
        try {
            List<String> words = List.of(Files.readString(home.resolve(FILE)).strip().split(" "));
            if (words.size() != 4) {
                return Optional.empty();
            }
            ProcessRecord process =
                    new ProcessRecord(
                            Long.parseLong(words.get(0)),
                            Instant.ofEpochMilli(Long.parseLong(words.get(1))));
            return process.process().isPresent()
                    ? Optional.of(
                            new SupervisorAddress(
                                    process, Integer.parseInt(words.get(2)), words.get(3)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(Path home) throws IOException {
        Path draft = home.resolve(FILE + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft,
                process.pid()
                        + " "
                        + process.started().toEpochMilli()
                        + " "
                        + port
                        + " "
                        + secret
                        + "\n");
        Files.move(draft, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
    }
}
