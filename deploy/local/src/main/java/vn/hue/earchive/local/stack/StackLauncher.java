package vn.hue.earchive.local.stack;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.local.component.Profile;
import vn.hue.earchive.local.component.StackFailure;
import vn.hue.earchive.local.process.ProcessRecord;

/**
 * Finds the supervisor of a folder or starts one, detached, from a copy of these classes: a build
 * that recompiles them does not pull the ground from under a running stack.
 */
public final class StackLauncher {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path root;
    private final Path home;
    private final Profile profile;
    private final List<String> watched;

    /**
     * @param watched the process with which the stack ends, or null when it ends by order only
     */
    public StackLauncher(Path root, Path home, Profile profile, @Nullable Long watched) {
        this.root = root;
        this.home = home;
        this.profile = profile;
        this.watched = watched == null ? List.of() : List.of(watched.toString());
    }

    public StackClient connect() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("run"));
        Files.createDirectories(home.resolve("log"));
        try (FileChannel channel =
                        FileChannel.open(
                                home.resolve("run/launcher.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Optional<StackClient> running = StackClient.of(home);
            return running.isPresent() && lock.isValid() ? running.get() : launch();
        }
    }

    private StackClient launch() throws IOException, InterruptedException {
        Path classes = copiedClasses();
        Path libraries = root.resolve(".stack/dist/launcher.classpath");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes + File.pathSeparator + Files.readString(libraries).strip(),
                        Supervisor.class.getName(),
                        root.toString(),
                        home.toString(),
                        profile.name()));
        command.addAll(watched);
        Path log = home.resolve("log/supervisor.log");
        Process supervisor =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        for (String pid : watched) {
            Optional<ProcessRecord> record =
                    ProcessHandle.of(Long.parseLong(pid)).flatMap(ProcessRecord::of);
            if (record.isPresent()) {
                record.get().write(home.resolve("run/watched"));
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean left = supervisor.waitFor(50, TimeUnit.MILLISECONDS);
            Optional<StackClient> client = StackClient.of(home);
            if (client.isPresent()) {
                return client.get();
            }
            if (left && supervisor.exitValue() != 0) {
                break;
            }
        }
        throw new StackFailure(
                "The supervisor of "
                        + home
                        + " did not start. Its log "
                        + log
                        + " says:\n"
                        + Files.readString(log));
    }

    private Path copiedClasses() throws IOException {
        Path source;
        try {
            source =
                    Path.of(
                            Supervisor.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        Path target = home.resolve("run/launcher");
        if (Files.isRegularFile(source)) {
            Files.createDirectories(target);
            Path jar = target.resolve("launcher.jar");
            Files.copy(source, jar, StandardCopyOption.REPLACE_EXISTING);
            return jar;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }
}
