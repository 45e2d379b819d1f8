package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of a build's output that is renewed when the output has changed. */
final class ApplicationCopy {

    private static final String FINGERPRINT = "copied-from";

    private final Path source;
    private final Path target;

    ApplicationCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    Path runner() {
        return target.resolve("quarkus-run.jar");
    }

    boolean built() {
        return Files.exists(source.resolve("quarkus-run.jar"));
    }

    /**
     * True when the output is another than the one that was copied; a build that is not there is
     * not newer.
     */
    boolean outdated() throws IOException {
        return built() && !fingerprint().equals(copied());
    }

    void refresh() throws IOException {
        String fingerprint = fingerprint();
        if (fingerprint.equals(copied())) {
            return;
        }
        Folders.delete(target);
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        Files.writeString(target.resolve(FINGERPRINT), fingerprint);
    }

    private String copied() throws IOException {
        try {
            return Files.readString(target.resolve(FINGERPRINT));
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Name, size and time of every file: enough to see a build, and cheap. */
    private String fingerprint() throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .map(ApplicationCopy::line)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String line(Path file) {
        return file + " " + file.toFile().length() + " " + file.toFile().lastModified();
    }
}
