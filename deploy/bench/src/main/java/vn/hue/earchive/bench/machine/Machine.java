package vn.hue.earchive.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A name for the machine that tells what matters for a figure and nothing that identifies it. */
public final class Machine {

    private Machine() {}

    /** For example {@code 2 × Intel(R) Xeon(R) Processor, 25 GB, Linux 6.1, Java 25.0.1}. */
    public static String describe() {
        return "%d × %s, %.0f GB, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        firstValue("/proc/cpuinfo", "model name"),
                        kilobytes(firstValue("/proc/meminfo", "MemTotal")) * 1024 / 1e9,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    private static String firstValue(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static double kilobytes(String value) {
        String digits = value.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
