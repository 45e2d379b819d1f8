package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import vn.hue.earchive.bench.stats.Pause;

/**
 * Asks one question again and again and notes when each id first appears in the answers. One
 * question covers a whole round, so that watching costs the suite little; what is seen may be older
 * than it looks by one interval at most.
 */
final class Watch implements AutoCloseable {

    /** The answer of the moment: each id that is there, with the item. */
    @FunctionalInterface
    interface Question {
        Map<String, JsonNode> ask() throws IOException, InterruptedException;
    }

    /** An id's first appearance. */
    record Seen(Instant at, JsonNode item) {}

    private final Question question;
    private final Duration interval;
    private final Map<String, Seen> seen = new HashMap<>();
    private final AtomicReference<Set<String>> expected = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> watching;
    private volatile Instant deadline = Instant.MAX;

    private Watch(Question question, Duration interval) {
        this.question = question;
        this.interval = interval;
        this.watching = thread.submit(this::watch);
    }

    static Watch start(Question question, Duration interval) {
        return new Watch(question, interval);
    }

    /**
     * Waits until all these ids were seen, or the patience is over.
     *
     * @return what was seen by then, by id
     */
    Map<String, Seen> await(Set<String> ids, Duration patience)
            throws InterruptedException, ExecutionException {
        deadline = Instant.now().plus(patience);
        expected.set(Set.copyOf(ids));
        watching.get();
        return Map.copyOf(seen);
    }

    private Object watch() throws IOException, InterruptedException {
        while (Instant.now().isBefore(deadline)) {
            Map<String, JsonNode> answer = question.ask();
            Instant now = Instant.now();
            answer.forEach((id, item) -> seen.putIfAbsent(id, new Seen(now, item)));
            Set<String> wanted = expected.get();
            if (wanted != null && seen.keySet().containsAll(wanted)) {
                break;
            }
            Pause.of(interval);
        }
        return seen;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
