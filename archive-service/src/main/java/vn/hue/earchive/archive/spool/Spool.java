package vn.hue.earchive.archive.spool;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which files lie while they are looked into. */
@ApplicationScoped
public class Spool {

    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z0-9]{1,10}$");

    private final Path folder;
    private final long maxBytes;

    public Spool(SpoolConfig config) {
        this.maxBytes = config.maxBytes();
        try {
            Path parent =
                    Path.of(config.folder().orElseGet(() -> System.getProperty("java.io.tmpdir")));
            this.folder =
                    Files.createTempDirectory(Files.createDirectories(parent), "spool-")
                            .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that is going to pass.
     *
     * @param name as its maker gave it: its extension is kept, nothing else
     */
    public SpooledFile begin(@Nullable String name) {
        var extension = EXTENSION.matcher(name == null ? "" : name.toLowerCase(Locale.ROOT));
        try {
            return new SpooledFile(
                    Files.createTempFile(
                            folder, "file-", extension.find() ? extension.group() : ""),
                    maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
