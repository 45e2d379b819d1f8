package vn.hue.earchive.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Resident memory of a process tree, in MB (10^6 bytes). */
public final class Memory {

    private Memory() {}

    /**
     * {@code VmRSS} of the process and its descendants. Pages that the processes of a tree share
     * (PostgreSQL's buffers) count once for each; the services are one process each.
     */
    public static double residentMegabytes(ProcessTable table, long pid) {
        return table.tree(pid).stream()
                .mapToDouble(process -> ofProcess(process.pid()).orElse(0))
                .sum();
    }

    private static OptionalDouble ofProcess(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException ended) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Reads {@code /proc/PID/status}; empty for a kernel thread or a process that is being taken
     * down.
     */
    static OptionalDouble parse(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                .findFirst();
    }
}
