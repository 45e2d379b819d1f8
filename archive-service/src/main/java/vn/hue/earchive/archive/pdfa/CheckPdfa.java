package vn.hue.earchive.archive.pdfa;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.apart.ApartProcess;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/** Looks into PDFs, a bounded number at a time. */
@ApplicationScoped
public class CheckPdfa {

    private static final Logger LOG = Logger.getLogger(CheckPdfa.class);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PdfaConfig config;
    private final Path folder;
    private final BlockingQueue<ApartProcess> idle;

    CheckPdfa(PdfaConfig config) {
        this.config = config;
        this.idle = new ArrayBlockingQueue<>(config.processes());
        try {
            Path parent =
                    Path.of(config.folder().orElseGet(() -> System.getProperty("java.io.tmpdir")));
            this.folder =
                    Files.createTempDirectory(Files.createDirectories(parent), "pdfa-")
                            .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int number = 0; number < config.processes(); number++) {
            idle.add(
                    new ApartProcess(
                            new ApartSettings(
                                    PdfaMain.class,
                                    List.of(),
                                    folder.resolve("process-" + number),
                                    config.heapMb(),
                                    START_LIMIT,
                                    config.timeLimit())));
        }
    }

    /**
     * A file that is going to pass; empty when nothing is looked into.
     *
     * @param wanted whether it is to be PDF/A, so that it is looked into without a claim too
     */
    public Optional<PdfaSpool> begin(boolean wanted) {
        return config.enabled() ? Optional.of(new PdfaSpool(this, wanted)) : Optional.empty();
    }

    /** Whether a digitised document that is no PDF/A is refused. */
    public boolean demanded() {
        return config.demanded();
    }

    Path folder() {
        return folder;
    }

    long maxBytes() {
        return config.maxBytes();
    }

    PdfaResult look(Path file) {
        try {
            ApartProcess process = idle.take();
            try {
                return result(process.ask(file.toString()));
            } finally {
                idle.add(process);
            }
        } catch (ApartBroken e) {
            LOG.errorf(e, "The process that checks PDF/A does not work");
            return PdfaResult.of(PdfaResult.Outcome.NOT_RUN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PdfaResult.of(PdfaResult.Outcome.NOT_RUN);
        }
    }

    private static PdfaResult result(ApartReply reply) {
        return switch (reply) {
            case ApartReply.Answer(String line) -> PdfaResult.parse(line);
            case ApartReply.Lost(ApartReply.Cause cause) ->
                    PdfaResult.of(
                            switch (cause) {
                                case TIMED_OUT -> PdfaResult.Outcome.TIMED_OUT;
                                case OUT_OF_MEMORY -> PdfaResult.Outcome.OUT_OF_MEMORY;
                                case ENDED -> PdfaResult.Outcome.NOT_RUN;
                            });
        };
    }

    @PreDestroy
    void close() {
        idle.forEach(ApartProcess::close);
    }
}
