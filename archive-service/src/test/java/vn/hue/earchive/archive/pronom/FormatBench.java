package vn.hue.earchive.archive.pronom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.archive.spool.TestSpool;

/**
 * What a look into PRONOM costs: wall time in the intake, CPU and memory of the process apart;
 * warm, {@code -Darchive.bench.files} files (500) of each kind. Prints a table.
 */
class FormatBench {

    private static final int FILES = Integer.getInteger("archive.bench.files", 500);

    @TempDir Path folder;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kind(String name, byte[] bytes) {}

    @Test
    void whatALookCosts() throws IOException {
        LookUpFormat pronom = TestPronom.with(Duration.ofSeconds(60));
        TestSpool spool = TestSpool.of(folder, 128 << 20);
        byte[] large = Arrays.copyOf(TestFiles.pdf("1.6"), 200_000);
        new Random(1).nextBytes(large);
        System.arraycopy(TestFiles.pdf("1.6"), 0, large, 0, 40);
        byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, large, large.length - end.length, end.length);
        List<Kind> kinds =
                List.of(
                        new Kind("200kB.pdf", large),
                        new Kind("small.pdf", TestFiles.pdf("1.6")),
                        new Kind("a.docx", TestFiles.docx()),
                        new Kind("a.doc", TestFiles.doc()),
                        new Kind("a.jpg", TestFiles.jpeg()),
                        new Kind(
                                "a.txt",
                                "Phiếu trình".repeat(500).getBytes(StandardCharsets.UTF_8)));
        System.out.printf("%-10s %10s %10s%n", "file", "wall ms", "CPU ms");
        for (Kind kind : kinds) {
            run(pronom, spool, kind, FILES / 2);
            ProcessHandle apart = ProcessHandle.current().children().findFirst().orElseThrow();
            Duration before = apart.info().totalCpuDuration().orElseThrow();
            long began = System.nanoTime();
            run(pronom, spool, kind, FILES);
            double wall = (System.nanoTime() - began) / 1e6 / FILES;
            Duration cpu = apart.info().totalCpuDuration().orElseThrow().minus(before);
            System.out.printf(
                    "%-10s %10.2f %10.2f%n", kind.name(), wall, cpu.toMillis() / (double) FILES);
        }
        long pid = ProcessHandle.current().children().findFirst().orElseThrow().pid();
        Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .forEach(System.out::println);
        pronom.close();
    }

    private static void run(LookUpFormat pronom, TestSpool spool, Kind kind, int times) {
        for (int at = 0; at < times; at++) {
            try (SpooledFile file = spool.file(kind.name(), kind.bytes())) {
                pronom.of(file);
            }
        }
    }
}
