package vn.hue.earchive.archive.pdfa;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.apart.ApartPool;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/** Looks into PDFs, a bounded number at a time. */
@ApplicationScoped
public class CheckPdfa {

    private static final Logger LOG = Logger.getLogger(CheckPdfa.class);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PdfaConfig config;
    private final ApartPool processes;

    CheckPdfa(PdfaConfig config) {
        this.config = config;
        this.processes =
                new ApartPool(
                        "pdfa",
                        config.processes(),
                        folder ->
                                new ApartSettings(
                                        PdfaMain.class,
                                        List.of(),
                                        folder,
                                        config.heapMb(),
                                        START_LIMIT,
                                        config.timeLimit()));
    }

    /**
     * A file that is going to pass.
     *
     * @param wanted whether it is to be PDF/A, so that it is looked into without a claim too
     */
    public PdfaLook begin(boolean wanted) {
        return new PdfaLook(this, wanted);
    }

    /** Whether a digitised document that is no PDF/A is refused. */
    public boolean demanded() {
        return config.demanded();
    }

    PdfaResult look(Path file) {
        if (!config.enabled()) {
            return PdfaResult.of(PdfaResult.Outcome.NOT_RUN);
        }
        try {
            return switch (processes.ask(file.toString())) {
                case ApartReply.Answer(String line) -> PdfaResult.parse(line);
                case ApartReply.Lost(ApartReply.Cause cause) ->
                        PdfaResult.of(
                                switch (cause) {
                                    case TIMED_OUT -> PdfaResult.Outcome.TIMED_OUT;
                                    case OUT_OF_MEMORY -> PdfaResult.Outcome.OUT_OF_MEMORY;
                                    case ENDED -> PdfaResult.Outcome.NOT_RUN;
                                });
            };
        } catch (ApartBroken e) {
            LOG.errorf(e, "The process that checks PDF/A does not work");
            return PdfaResult.of(PdfaResult.Outcome.NOT_RUN);
        }
    }

    @PreDestroy
    void close() {
        processes.close();
    }
}
