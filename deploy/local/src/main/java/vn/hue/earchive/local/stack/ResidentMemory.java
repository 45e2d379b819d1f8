package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Memory of a process and its descendants as the kernel counts it: pages that several share are
 * divided among them.
 */
final class ResidentMemory {

    private ResidentMemory() {}

    static long mib(long pid) {
        return ProcessHandle.of(pid)
                .map(handle ->
                        LongStream.concat(
                                                LongStream.of(pid),
                                                handle.descendants().mapToLong(ProcessHandle::pid))
                                        .map(ResidentMemory::kib)
                                        .sum()
                                / 1024)
                .orElse(0L);
    }

    /** Of the process alone. */
    static long own(long pid) {
        return kib(pid) / 1024;
    }

    private static long kib(long pid) {
        long shares = field(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
        return shares > 0
                ? shares
                : field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
    }

    private static long field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
