package vn.hue.earchive.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CPU seconds of the whole machine since boot, from the first line of {@code /proc/stat}.
 *
 * @param busy user, nice, system and interrupt time
 * @param steal time that the hypervisor gave to others while we wanted to run
 */
public record SystemCpu(double busy, double steal) {

    public static SystemCpu read() {
        try {
            return parse(Files.readString(Path.of("/proc/stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SystemCpu parse(String stat) {
        // cpu user nice system idle iowait irq softirq steal guest guest_nice
        List<String> fields = List.of(stat.lines().findFirst().orElse("").split(" +"));
        if (fields.size() < 9 || !fields.getFirst().equals("cpu")) {
            throw new IllegalArgumentException("not /proc/stat: " + stat);
        }
        return new SystemCpu(
                seconds(fields, 1)
                        + seconds(fields, 2)
                        + seconds(fields, 3)
                        + seconds(fields, 6)
                        + seconds(fields, 7),
                seconds(fields, 8));
    }

    public SystemCpu since(SystemCpu earlier) {
        return new SystemCpu(busy - earlier.busy, steal - earlier.steal);
    }

    private static double seconds(List<String> fields, int index) {
        return Long.parseLong(fields.get(index)) / ProcessStat.TICKS_PER_SECOND;
    }
}
