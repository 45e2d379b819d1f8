package vn.hue.earchive.archive.text;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.kit.identity.JobScope;

/** Does by hand what a worker of an instance does, so that a test says who comes when. */
@ApplicationScoped
class TextInstance {

    /** Passes every handler of failures, as {@code kill -9} would. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed by the test");
        }
    }

    private final TextQueue queue;
    private final ExtractTexts.Steps steps;
    private final TextBucket bucket;
    private final AipStore store;
    private final Sql sql;
    private final Event<TextProgress> progress;
    private final Clock clock;
    private final Set<UUID> killedAt = ConcurrentHashMap.newKeySet();
    private final Set<UUID> takenOverAt = ConcurrentHashMap.newKeySet();

    TextInstance(
            TextQueue queue,
            ExtractTexts.Steps steps,
            TextBucket bucket,
            AipStore store,
            Sql sql,
            Event<TextProgress> progress,
            Clock clock) {
        this.queue = queue;
        this.steps = steps;
        this.bucket = bucket;
        this.store = store;
        this.sql = sql;
        this.progress = progress;
        this.clock = clock;
    }

    /** Dies once when the text of this file is noted. */
    void dieAt(UUID fileId) {
        killedAt.add(fileId);
    }

    /** Another worker takes the holding when the text of this file is noted. */
    void takeOverAt(UUID fileId) {
        takenOverAt.add(fileId);
    }

    void at(@Observes TextProgress noted) {
        if (takenOverAt.remove(noted.fileId())) {
            update(
                    "UPDATE holding_text SET claim = gen_random_uuid() WHERE holding_id = ?",
                    noted.holdingId());
        }
        if (killedAt.remove(noted.fileId())) {
            throw new Killed();
        }
    }

    /**
     * Reads this holding next, in an instance with these properties under {@code earchive.text}.
     */
    void read(UUID holdingId, Map<String, String> properties) {
        update(
                "UPDATE holding_text SET next_at = now() + interval '1 day' WHERE holding_id <> ?",
                holdingId);
        update("UPDATE holding_text SET next_at = 'epoch' WHERE holding_id = ?", holdingId);
        step(properties);
    }

    /** Takes what is due next. */
    boolean step(Map<String, String> properties) {
        TextConfig config = config(properties);
        var ocr = new Ocr(config);
        var texts = new ExtractTexts(queue, steps, bucket, ocr, progress);
        try {
            Path folder = Files.createTempDirectory("text-test");
            try (var reader = new ReadFile(store, ocr, config, clock, folder)) {
                return JobScope.call("text", () -> texts.next(reader));
            } finally {
                Files.delete(folder); // fails when something was left in it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int update(String statement, Object... values) {
        return JobScope.call(
                "test",
                () -> QuarkusTransaction.requiringNew().call(() -> sql.update(statement, values)));
    }

    private static TextConfig config(Map<String, String> properties) {
        Map<String, String> prefixed = new HashMap<>();
        properties.forEach((name, value) -> prefixed.put("earchive.text." + name, value));
        return new SmallRyeConfigBuilder()
                .withMapping(TextConfig.class)
                .withSources(new PropertiesConfigSource(prefixed, "test", 500))
                .build()
                .getConfigMapping(TextConfig.class);
    }
}
