package vn.hue.earchive.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.apart.ApartProcess;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/** The checking process, seen from the service. Not for several threads. */
public final class Checker implements AutoCloseable {

    private final ApartProcess process;

    /**
     * @param folder in which the process gets a folder of its own, emptied when it ends
     * @param trust folder of trust anchors, null for none
     * @param crls folder of revocation lists, null for none
     */
    public record Settings(
            Path folder,
            @Nullable Path trust,
            @Nullable Path crls,
            int heapMb,
            Duration startLimit,
            Duration timeLimit) {}

    public Checker(Settings settings) {
        this.process =
                new ApartProcess(
                        new ApartSettings(
                                CheckerMain.class,
                                List.of(argument(settings.trust()), argument(settings.crls())),
                                settings.folder().resolve("work"),
                                settings.heapMb(),
                                settings.startLimit(),
                                settings.timeLimit()));
    }

    private static String argument(@Nullable Path folder) {
        return folder == null ? "-" : folder.toString();
    }

    /**
     * Looks into one file. A file that costs too much time or memory is told by its cause, and the
     * next one gets a new process.
     *
     * @throws ApartBroken when nobody can check anything
     */
    public CheckReply check(Path file, String name, Instant at) throws ApartBroken {
        try {
            String request =
                    CheckerMain.json()
                            .writeValueAsString(
                                    new CheckRequest(file.toString(), name, at.toEpochMilli()));
            return switch (process.ask(request)) {
                case ApartReply.Answer(String line) ->
                        CheckerMain.json().readValue(line, CheckReply.class);
                case ApartReply.Lost(ApartReply.Cause cause) -> told(cause);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("both ends speak the same JSON", e);
        }
    }

    private static CheckReply told(ApartReply.Cause cause) {
        SignatureCause told =
                switch (cause) {
                    case TIMED_OUT -> SignatureCause.CHECK_TIMED_OUT;
                    case OUT_OF_MEMORY -> SignatureCause.CHECK_OUT_OF_MEMORY;
                    case ENDED -> SignatureCause.CHECK_FAILED;
                };
        return new CheckReply(List.of(told), List.of(), "EU DSS", "", null, null);
    }

    @Override
    public void close() {
        process.close();
    }
}
