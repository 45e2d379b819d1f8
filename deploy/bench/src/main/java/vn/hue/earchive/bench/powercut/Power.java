package vn.hue.earchive.bench.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hue.earchive.bench.ingest.Nemesis;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.RunningSuite;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/**
 * Puts the data of the servers that must not forget on file systems of their own, whose power can
 * be cut: ext4 on loop devices. Kafka and the object stores, which trust the page cache, are
 * mounted synchronously; PostgreSQL is not, it calls fsync by itself. With {@link #close} the data
 * goes back where it was. Stops and starts the suite for both.
 */
final class Power implements Nemesis.Cutter, AutoCloseable {

    /** Options of its mount by component. */
    private static final TreeMap<String, String> MOUNTS =
            new TreeMap<>(
                    Map.of(
                            "postgres", "loop",
                            "kafka", "loop,sync,dirsync",
                            "s3-primary", "loop,sync,dirsync",
                            "s3-replica", "loop,sync,dirsync"));

    private static final String SIZE = "6G";
    private static final int TRIES = 100;

    private final Path root;
    private final Path home;

    private Power(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    /**
     * Moves the data; the suite runs again afterwards.
     *
     * @throws SuiteUnavailable where this machine does not allow it
     */
    static Power under(Path root, Path home) throws IOException, InterruptedException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new SuiteUnavailable("Only root may mount file systems and cut their power.");
        }
        RunningSuite.at(home);
        Power power = new Power(root, home);
        power.suite("down");
        try {
            for (Map.Entry<String, String> mount : MOUNTS.entrySet()) {
                power.move(mount.getKey(), mount.getValue());
            }
        } catch (IOException e) {
            power.close();
            throw new SuiteUnavailable(
                    "This machine does not mount ext4 on loop devices: " + e.getMessage());
        }
        power.suite("up");
        return power;
    }

    @Override
    public List<String> names() {
        return List.copyOf(MOUNTS.keySet());
    }

    /**
     * Cuts the power under these components: their file systems stop, they are killed, and the file
     * systems are there again as a disk would be. Whoever heals must not be at it meanwhile.
     */
    @Override
    public void cut(List<String> components) throws IOException, InterruptedException {
        Map<String, Long> pids = RunningSuite.livePids(home);
        for (String component : components) {
            Shutdown.of(data(component));
        }
        for (String component : components) {
            if (pids.containsKey(component)) {
                kill(pids.get(component));
            }
        }
        for (String component : components) {
            unmount(component);
            mount(component, MOUNTS.getOrDefault(component, "loop"));
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(process -> {
                    List<ProcessHandle> children = process.descendants().toList();
                    process.destroyForcibly();
                    children.forEach(ProcessHandle::destroyForcibly);
                });
    }

    private void move(String component, String options) throws IOException, InterruptedException {
        Files.createDirectories(image(component).getParent());
        run("truncate", "-s", SIZE, image(component).toString());
        run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=1", image(component).toString());
        Files.move(data(component), before(component));
        Files.createDirectories(data(component));
        mount(component, "loop");
        Files.delete(data(component).resolve("lost+found")); // Kafka would take it for a topic
        run("cp", "-a", before(component) + "/.", data(component).toString());
        unmount(component);
        mount(component, options);
    }

    private void mount(String component, String options) throws IOException, InterruptedException {
        run("mount", "-o", options, image(component).toString(), data(component).toString());
    }

    /** Until the last file of a process that was killed is closed. */
    private void unmount(String component) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                run("umount", data(component).toString());
                return;
            } catch (IOException busy) {
                if (tried == TRIES) {
                    throw busy;
                }
                Pause.of(Duration.ofMillis(100));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            moveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The data still lies on the file systems under " + home, e);
        }
    }

    private void moveBack() throws IOException, InterruptedException {
        suite("down");
        for (String component : MOUNTS.keySet()) {
            if (Files.exists(before(component))) {
                Path now = Files.createDirectories(home.resolve("power/" + component + ".now"));
                run("cp", "-a", data(component) + "/.", now.toString());
                unmount(component);
                Files.delete(data(component));
                Files.move(now, data(component));
                run("rm", "-rf", before(component).toString(), image(component).toString());
            }
        }
        suite("up");
    }

    private Path data(String component) {
        return home.resolve("data/" + component);
    }

    private Path before(String component) {
        return home.resolve("power/" + component + ".before");
    }

    private Path image(String component) {
        return home.resolve("power/" + component + ".img");
    }

    private void suite(String what) throws IOException, InterruptedException {
        run(root.resolve("deploy/" + what).toString());
    }

    /** Into a file: what deploy/up leaves running would hold a pipe open. */
    private void run(String... words) throws IOException, InterruptedException {
        Path said = home.resolve("power/said.log");
        Files.createDirectories(said.getParent());
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + Files.readString(said).strip());
        }
    }
}
