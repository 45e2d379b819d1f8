package vn.hue.earchive.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.archive.text.reader.ReadReply;
import vn.hue.earchive.archive.text.reader.ReadRequest;
import vn.hue.earchive.archive.text.reader.ReaderMain;
import vn.hue.earchive.archive.text.reader.TextFormat;
import vn.hue.earchive.kit.apart.ApartProcess;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/**
 * Pages in a second and CPU for each page of one worker, of text layers and of scans, {@code
 * -Darchive.bench.rounds} times (20) the documents of the demo data:
 *
 * <pre>
 * ./mvnw verify -pl archive-service -am -Dtest=TextBench -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@NeedsTesseract
class TextBench {

    private static final int ROUNDS = Integer.getInteger("archive.bench.rounds", 20);
    private static final List<String> NAMES = List.of("05-CT-UBND", "12-KH-UBND", "87-BC-UBND");

    @TempDir Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void pagesInASecond() throws Exception {
        var ocr =
                new Ocr(
                        new SmallRyeConfigBuilder()
                                .withMapping(TextConfig.class)
                                .withSources(new PropertiesConfigSource(Map.of(), "bench", 500))
                                .build()
                                .getConfigMapping(TextConfig.class));
        try (var reader =
                new ApartProcess(
                        new ApartSettings(
                                ReaderMain.class,
                                List.of("12000000", "1048576"),
                                folder.resolve("reader"),
                                384,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(1)))) {
            read(reader, ocr, ".pdf"); // the start of the JVM and of its classes
            read(reader, ocr, ".scan.pdf");
            measure("text layer", reader, ocr, ".pdf");
            measure("scan", reader, ocr, ".scan.pdf");
        }
    }

    private void measure(String what, ApartProcess reader, Ocr ocr, String suffix)
            throws Exception {
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        int pages = 0;
        for (int round = 0; round < ROUNDS; round++) {
            pages += read(reader, ocr, suffix);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages, %.1f pages/s, %.3f CPU s a page%n",
                what,
                pages,
                pages / seconds,
                (cpuSeconds() - cpu) / pages);
    }

    private int read(ApartProcess reader, Ocr ocr, String suffix) throws Exception {
        Path picture = folder.resolve("page.png");
        int pages = 0;
        for (String name : NAMES) {
            Path file = Path.of("../deploy/local/demo/documents", name + suffix).toAbsolutePath();
            int count = ask(reader, ReadRequest.open(file.toString(), TextFormat.PDF)).pages();
            for (int page = 1; page <= count; page++) {
                ReadReply reply = ask(reader, ReadRequest.page(page, picture.toString()));
                String text = reply.drawn() ? ocr.recognise(picture) : reply.text();
                assertThat(text).contains("2025");
            }
            pages += count;
        }
        return pages;
    }

    private ReadReply ask(ApartProcess reader, ReadRequest request) throws Exception {
        ApartReply reply = reader.ask(json.writeValueAsString(request));
        return json.readValue(((ApartReply.Answer) reply).line(), ReadReply.class);
    }

    /** Of this process, the reading process, and the programs that have ended (Linux). */
    private static double cpuSeconds() throws IOException {
        String[] own = Files.readString(Path.of("/proc/self/stat")).split("\\) ", 2)[1].split(" ");
        double ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Double.parseDouble(own[field]);
        }
        double children =
                ProcessHandle.current()
                        .children()
                        .mapToLong(child ->
                                child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                        .sum();
        return ticks / 100 + children / 1000;
    }
}
