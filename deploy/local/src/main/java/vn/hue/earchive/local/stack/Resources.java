package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.component.StackFailure;

/**
 * What this machine has left, judged before anything is started, so that nobody has to read an
 * out-of-memory kill from a log.
 */
record Resources(Path home, long memoryMiB, long diskMiB) {

    private static final long MIB = 1024L * 1024;
    private static final long DISK_MIB = 2048;

    /** As of now, with the disk that {@code home} lies on. */
    static Resources at(Path home) {
        try {
            return new Resources(
                    home,
                    Math.min(memoryOfMachine(), memoryOfContainer()) / MIB,
                    Files.getFileStore(home).getUsableSpace() / MIB);
        } catch (IOException e) {
            throw new StackFailure(
                    "The free space under " + home + " cannot be read: " + e.getMessage(), e);
        }
    }

    void require(List<Component> toStart) {
        if (!toStart.isEmpty()) {
            require(
                    toStart.stream().map(Component::name).toList(),
                    toStart.stream().mapToLong(Component::memoryMiB).sum());
        }
    }

    void require(List<String> components, long neededMiB) {
        if (memoryMiB < neededMiB) {
            throw new StackFailure(
                    "Too little memory: %s need about %d MiB and %d MiB are available. Stop other programs, or start fewer components."
                            .formatted(components, neededMiB, memoryMiB));
        }
        if (diskMiB < DISK_MIB) {
            throw new StackFailure(
                    "Too little disk: %d MiB are free under %s and at least %d MiB are needed."
                            .formatted(diskMiB, home, DISK_MIB));
        }
    }

    /** What the kernel would give without swapping; no limit where it does not tell. */
    private static long memoryOfMachine() throws IOException {
        Path meminfo = Path.of("/proc/meminfo");
        if (!Files.isReadable(meminfo)) {
            return Long.MAX_VALUE;
        }
        try (Stream<String> lines = Files.lines(meminfo)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }
    }

    /** What is left of the limit of the container this runs in, if it has one. */
    private static long memoryOfContainer() {
        OptionalLong limit = number(Path.of("/sys/fs/cgroup/memory.max"));
        OptionalLong used = number(Path.of("/sys/fs/cgroup/memory.current"));
        return limit.isPresent() && used.isPresent()
                ? Math.max(0, limit.getAsLong() - used.getAsLong())
                : Long.MAX_VALUE;
    }

    /** Empty where there is no such file, or it says "max". */
    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
