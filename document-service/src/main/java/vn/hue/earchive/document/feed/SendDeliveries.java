package vn.hue.earchive.document.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.feed.DeliveryTable.Due;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Sends what webhooks are due. A message is claimed for a while, sent without a transaction and
 * settled in one; what an instance left behind is sent again, under the same {@code webhook-id}. A
 * failure is tried again after 10 s, 40 s, 160 s … up to six hours, then the message is dead until
 * somebody replays it.
 */
@ApplicationScoped
class SendDeliveries {

    private static final Logger LOG = Logger.getLogger(SendDeliveries.class);
    private static final String JOB = "send-webhooks";

    /** Calls at a time. */
    private static final int BATCH = 32;

    /** Bounded work per run; the next run goes on where this one stopped. */
    private static final int STEPS_PER_RUN = 50;

    private final SequenceChanges sequence;
    private final DeliveryTable table;
    private final WebhookCall call;
    private final FeedConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    SendDeliveries(
            SequenceChanges sequence,
            DeliveryTable table,
            WebhookCall call,
            FeedConfig config,
            ObjectMapper json,
            Clock clock) {
        this.sequence = sequence;
        this.table = table;
        this.call = call;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(
            every = "{earchive.document.feed.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int sent = run();
        if (sent > 0) {
            LOG.infof("Webhooks called messages=%d", sent);
        }
    }

    /** Numbers changes, hands them to the webhooks, sends what is due; how many calls it made. */
    int run() {
        sequence.run();
        int sent = 0;
        for (int step = 0; step < STEPS_PER_RUN; step++) {
            int given = JobScope.call(JOB, table::fanOut);
            List<Due> batch = JobScope.call(JOB, () -> table.claim(BATCH, config.lease()));
            if (batch.isEmpty() && given == 0) {
                break;
            }
            send(batch);
            sent += batch.size();
        }
        return sent;
    }

    private void send(List<Due> batch) {
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.forEach(due -> calls.execute(() -> send(due)));
        }
    }

    private void send(Due due) {
        try {
            Instant at = clock.instant();
            long began = System.nanoTime();
            WebhookCall.Outcome outcome =
                    call.post(due.url(), due.messageId(), at, due.secret(), body(due));
            int took = (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
            DeliveryTable.Attempt attempt =
                    due.challenge()
                            ? challenged(due, at, took, outcome)
                            : told(due, at, took, outcome);
            JobScope.run(JOB, () -> table.record(due, attempt));
        } catch (RuntimeException e) {
            // The lease ends and it is sent again.
            LOG.warnf(e, "Webhook message not settled deliveryId=%s", due.id());
        }
    }

    private DeliveryTable.Attempt told(Due due, Instant at, int took, WebhookCall.Outcome outcome) {
        @Nullable String next =
                outcome.isGood() ? "DELIVERED" : due.attempt() >= config.attempts() ? "DEAD" : null;
        return new DeliveryTable.Attempt(
                at, took, outcome, next, at.plus(pause(due.attempt())), null);
    }

    private DeliveryTable.Attempt challenged(
            Due due, Instant at, int took, WebhookCall.Outcome outcome) {
        boolean answered = outcome.isGood() && echoes(outcome.answer(), challenge(due));
        boolean given = !answered && due.attempt() >= config.challengeAttempts();
        return new DeliveryTable.Attempt(
                at,
                took,
                outcome.isGood() && !answered
                        ? new WebhookCall.Outcome(outcome.status(), "CHALLENGE_NOT_ANSWERED", "")
                        : outcome,
                answered ? "DELIVERED" : given ? "DEAD" : null,
                at.plus(pause(due.attempt())),
                answered ? Webhook.State.ACTIVE : given ? Webhook.State.REFUSED : null);
    }

    /** Four times as long after each failure. */
    Duration pause(int attempt) {
        Duration pause = config.firstPause();
        for (int i = 1; i < attempt && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }

    /** Cannot be known without having received it, and needs no column. */
    private static String challenge(Due due) {
        return WebhookCall.signature(due.secret(), "challenge." + due.id());
    }

    private boolean echoes(String answer, String challenge) {
        try {
            JsonNode echo = json.readTree(answer).path("challenge");
            return MessageDigest.isEqual(
                    echo.asText().getBytes(StandardCharsets.UTF_8),
                    challenge.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /**
     * What a receiver gets.
     *
     * @param timestamp when it happened
     */
    record Message(String type, Instant timestamp, Map<String, Object> data) {}

    private String body(Due due) {
        Map<String, Object> data =
                due.challenge()
                        ? Map.of("webhookId", due.webhookId(), "challenge", challenge(due))
                        : change(due);
        try {
            return json.writeValueAsString(new Message(due.type(), due.occurredAt(), data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> change(Due due) {
        UUID about = due.aggregateId();
        if (about == null || due.version() == null || due.sequence() == null) {
            throw new IllegalStateException("a change without its ids");
        }
        return Map.of(
                "agencyId", due.agencyId(),
                "resource", ChangesView.Subject.of(due.type(), about),
                "version", due.version(),
                "sequence", due.sequence());
    }
}
