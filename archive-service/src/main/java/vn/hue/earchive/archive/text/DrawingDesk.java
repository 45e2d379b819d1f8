package vn.hue.earchive.archive.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import vn.hue.earchive.archive.text.reader.ReaderMain;
import vn.hue.earchive.kit.apart.ApartProcess;
import vn.hue.earchive.kit.apart.ApartSettings;

/** A reading process and a folder for the one page that it draws at a time. */
final class DrawingDesk implements AutoCloseable {

    private final Path folder;
    private final ApartProcess process;

    DrawingDesk(PreviewConfig config) {
        try {
            Path parent =
                    Path.of(config.folder().orElseGet(() -> System.getProperty("java.io.tmpdir")));
            this.folder =
                    Files.createTempDirectory(
                            Files.createDirectories(parent).toAbsolutePath(),
                            "preview-",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process =
                new ApartProcess(
                        new ApartSettings(
                                ReaderMain.class,
                                List.of(Long.toString(config.pixels()), "1"),
                                folder.resolve("reader"),
                                config.heapMb(),
                                config.startLimit(),
                                config.timeLimit()));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    ApartProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
