package vn.hue.earchive.archive.text;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.work.Workers;

/**
 * Runs {@link ExtractTexts} in the background of every instance. Metrics: {@code
 * earchive.text.waiting} and {@code earchive.text.waiting.ocr}, holdings that wait to be read or
 * for pictures to be recognised; {@code earchive.text.ocr}, 1 where pictures are recognised.
 */
@ApplicationScoped
class TextWorker {

    private static final String JOB = "text";

    private final ExtractTexts texts;
    private final TextQueue queue;
    private final AipStore store;
    private final Ocr ocr;
    private final TextConfig config;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong waitingForOcr = new AtomicLong();
    private final List<ReadFile> readers = new ArrayList<>();
    private final Workers workers = new Workers();

    TextWorker(
            ExtractTexts texts,
            TextQueue queue,
            AipStore store,
            Ocr ocr,
            TextConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.texts = texts;
        this.queue = queue;
        this.store = store;
        this.ocr = ocr;
        this.config = config;
        this.clock = clock;
        Gauge.builder("earchive.text.waiting", waiting, AtomicLong::get)
                .description("Holdings whose text waits to be read")
                .register(meters);
        Gauge.builder("earchive.text.waiting.ocr", waitingForOcr, AtomicLong::get)
                .description("Holdings with pictures that wait to be recognised")
                .register(meters);
        Gauge.builder("earchive.text.ocr", ocr, here -> here.isThere() ? 1 : 0)
                .description("Whether pictures are recognised by this instance")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        for (int number = 1; number <= config.concurrency(); number++) {
            var reader = new ReadFile(store, ocr, config, clock, folder());
            readers.add(reader);
            workers.start(JOB, config.poll(), () -> step(reader));
        }
    }

    private boolean step(ReadFile reader) {
        boolean busy = texts.next(reader);
        if (!busy) {
            // The reading process takes no memory while there is nothing to read.
            reader.close();
            waiting.set(queue.count("WAITING"));
            waitingForOcr.set(queue.count("NO_OCR"));
        }
        return busy;
    }

    private Path folder() {
        try {
            Path parent =
                    Path.of(config.folder().orElseGet(() -> System.getProperty("java.io.tmpdir")));
            return Files.createTempDirectory(
                    Files.createDirectories(parent).toAbsolutePath(),
                    "text-",
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.stop();
        readers.forEach(ReadFile::close);
    }
}
