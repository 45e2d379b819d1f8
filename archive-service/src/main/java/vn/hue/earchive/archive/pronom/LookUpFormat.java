package vn.hue.earchive.archive.pronom;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.apart.ApartPool;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/** Looks files up in PRONOM, a bounded number at a time. */
@ApplicationScoped
public class LookUpFormat {

    private static final Logger LOG = Logger.getLogger(LookUpFormat.class);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final boolean enabled;
    private final ApartPool processes;

    public LookUpFormat(PronomConfig config) {
        this.enabled = config.enabled();
        this.processes =
                new ApartPool(
                        "pronom",
                        config.processes(),
                        folder ->
                                new ApartSettings(
                                        PronomMain.class,
                                        List.of(),
                                        folder,
                                        config.heapMb(),
                                        START_LIMIT,
                                        config.timeLimit()));
    }

    /** Waits for its turn; never fails because of the file. */
    public PronomResult of(SpooledFile file) {
        if (!enabled) {
            return PronomResult.of(PronomResult.Outcome.NOT_RUN);
        }
        var request = new PronomMain.Request(file.path().toString(), file.isWhole());
        try {
            return switch (processes.ask(PronomMain.JSON.writeValueAsString(request))) {
                case ApartReply.Answer(String line) ->
                        PronomMain.JSON.readValue(line, PronomResult.class);
                case ApartReply.Lost(ApartReply.Cause cause) ->
                        PronomResult.of(
                                switch (cause) {
                                    case TIMED_OUT -> PronomResult.Outcome.TIMED_OUT;
                                    case OUT_OF_MEMORY -> PronomResult.Outcome.OUT_OF_MEMORY;
                                    case ENDED -> PronomResult.Outcome.NOT_RUN;
                                });
            };
        } catch (ApartBroken | JsonProcessingException e) {
            LOG.errorf(e, "The process that looks up formats does not work");
            return PronomResult.of(PronomResult.Outcome.NOT_RUN);
        }
    }

    @PreDestroy
    void close() {
        processes.close();
    }
}
