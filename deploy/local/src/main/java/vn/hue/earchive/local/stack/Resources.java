package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.component.Site;
import vn.hue.earchive.local.component.StackFailure;

/**
 * Judges memory and disk before anything is started, so that nobody has to read an out-of-memory
 * kill from a log.
 */
final class Resources {

    private static final long MIB = 1024L * 1024;
    private static final long DISK_MIB = 2048;

    private Resources() {}

    static void require(Site site, List<Component> toStart) {
        if (toStart.isEmpty()) {
            return;
        }
        long needed = toStart.stream().mapToLong(Component::memoryMiB).sum();
        long available = availableMemoryMiB();
        if (available < needed) {
            throw new StackFailure(
                    "Too little memory: %s need about %d MiB and %d MiB are available. Stop other programs, or start fewer components."
                            .formatted(
                                    toStart.stream().map(Component::name).toList(),
                                    needed,
                                    available));
        }
        try {
            long free = Files.getFileStore(site.home()).getUsableSpace() / MIB;
            if (free < DISK_MIB) {
                throw new StackFailure(
                        "Too little disk: %d MiB are free under %s and at least %d MiB are needed."
                                .formatted(free, site.home(), DISK_MIB));
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "The free space under " + site.home() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /**
     * What the kernel would give without swapping; on a system that does not tell, no limit is
     * assumed.
     */
    private static long availableMemoryMiB() {
        Path meminfo = Path.of("/proc/meminfo");
        if (!Files.isReadable(meminfo)) {
            return Long.MAX_VALUE;
        }
        try (Stream<String> lines = Files.lines(meminfo)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
