package vn.hue.earchive.archive.pdfa;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Looks into PDFs, a bounded number at a time. */
@ApplicationScoped
public class CheckPdfa {

    private final PdfaConfig config;
    private final Path folder;
    private final BlockingQueue<PdfaProcess> idle;

    CheckPdfa(PdfaConfig config) {
        this.config = config;
        this.idle = new ArrayBlockingQueue<>(config.processes());
        try {
            Path parent =
                    Path.of(config.folder().orElseGet(() -> System.getProperty("java.io.tmpdir")));
            this.folder = Files.createTempDirectory(Files.createDirectories(parent), "pdfa-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int number = 0; number < config.processes(); number++) {
            idle.add(new PdfaProcess(folder, config.heapMb(), config.timeLimit()));
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
            PdfaProcess process = idle.take();
            try {
                return process.check(file);
            } finally {
                idle.add(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PdfaResult.of(PdfaResult.Outcome.NOT_RUN);
        }
    }

    @PreDestroy
    void close() {
        idle.forEach(PdfaProcess::close);
    }
}
