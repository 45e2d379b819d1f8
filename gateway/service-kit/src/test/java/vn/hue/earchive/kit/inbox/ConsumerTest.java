package vn.hue.earchive.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.events.EventFacts;
import vn.hue.earchive.kit.events.EventNames;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.kafka.Broker;
import vn.hue.earchive.kit.probe.ProbeEvent;
import vn.hue.earchive.kit.probe.Someone;

/**
 * Consumers on a real Kafka, and deliveries that are killed between every two steps. A kill is an
 * error that nothing catches: what is not committed is rolled back, as the database does when a
 * process dies.
 */
@QuarkusTest
class ConsumerTest {

    private static final String DELTA = "Changes";
    private static final String STATE = "States";

    @Inject Effects effects;
    @Inject Effects.Changes changes;
    @Inject CloudEvents events;
    @Inject InboxTable table;
    @Inject ParkedEventTable kept;
    @Inject Parking parking;
    @Inject Broker broker;

    private static final class Killed extends Error {}

    /** Red when the inbox row and the effect commit apart, or the offset moves before them. */
    @ParameterizedTest
    @EnumSource(ConsumerStep.class)
    void killedAtAnyStepEachEventHasItsEffectOnce(ConsumerStep kill) throws Exception {
        UUID aggregate = Ids.next();
        // Version 1 comes last, so that the others wait for it and are drained by it.
        List<Incoming> messages =
                List.of(
                        incoming(aggregate, 2, "b"),
                        incoming(aggregate, 3, "c"),
                        incoming(aggregate, 1, "a"));
        AtomicInteger steps = new AtomicInteger();
        for (int at = 1; at <= 3; at++) {
            int time = at;
            steps.set(0);
            EventDelivery<ProbeEvent> dying =
                    delivery(step -> {
                        if (step == kill && steps.incrementAndGet() == time) {
                            throw new Killed();
                        }
                    });
            try {
                messages.forEach(dying::deliver);
            } catch (Killed e) {
                assertThat(steps.get()).isEqualTo(time);
            }
        }
        // The offset of a killed consumer was not committed: everything comes again.
        messages.forEach(delivery(ConsumerSteps.NOBODY)::deliver);
        assertThat(of(DELTA, aggregate)).containsExactly(1L, 2L, 3L);
    }

    /** Red when deltas do not wait for the gap, or duplicates are not known. */
    @Test
    void changesThatComeShuffledAndTwiceAreHandledInOrderOnce() throws Exception {
        UUID aggregate = Ids.next();
        List<Incoming> messages = new ArrayList<>();
        for (long version = 1; version <= 10; version++) {
            Incoming in = incoming(aggregate, version, "v" + version);
            messages.add(in);
            messages.add(in);
        }
        Collections.shuffle(messages, new Random(7));
        messages.forEach(delivery(ConsumerSteps.NOBODY)::deliver);
        assertThat(of(DELTA, aggregate)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    /** Red when the aggregate is not locked: two consumers would handle one event at a time. */
    @Test
    void twoConsumersOfOneEventAtOnceHaveOneEffect() throws Exception {
        UUID aggregate = Ids.next();
        Incoming in = incoming(aggregate, 1, "a");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> delivery(ConsumerSteps.NOBODY).deliver(in)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(of(DELTA, aggregate)).containsExactly(1L);
    }

    /** Red when an older state is let through: the newest would be overwritten. */
    @Test
    void anOlderStateIsPassedOver() throws Exception {
        UUID aggregate = Ids.next();
        send(event(aggregate, 3, "new"));
        await(() -> assertThat(of(STATE, aggregate)).containsExactly(3L));
        send(event(aggregate, 2, "old"));
        send(event(aggregate, 4, "newer"));
        await(() -> assertThat(of(STATE, aggregate)).containsExactly(3L, 4L));
    }

    /**
     * Red when poison blocks the partition, drops later events, or its payload leaves the database.
     */
    @Test
    void poisonParksItsKeyOnlyAndIsReplayedByAnOperator() throws Exception {
        UUID sick = Ids.next();
        UUID sound = Ids.next();
        String title = "secret title " + sick;
        effects.poison.add(title);
        send(event(sick, 1, title));
        send(event(sick, 2, "waits"));
        for (int i = 1; i <= 3; i++) {
            send(event(sound, i, "fine"));
        }
        await(() -> assertThat(of(DELTA, sound)).containsExactly(1L, 2L, 3L));
        assertThat(of(DELTA, sick)).isEmpty();

        String id = parkedId(sick, DELTA);
        assertDeadLetterHolds(sick, title);
        Someone.operator()
                .post("/v1/parked-events/kit/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("PARKED_EVENT_STILL_FAILS"));
        effects.poison.remove(title);
        Someone.operator()
                .post("/v1/parked-events/kit/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDLED"));
        await(() -> assertThat(of(DELTA, sick)).containsExactly(1L, 2L));
        Someone.operator().post("/v1/parked-events/kit/" + id + "/replay").then().statusCode(200);
        assertThat(of(DELTA, sick)).containsExactly(1L, 2L);
    }

    @Test
    void aDiscardedEventLetsTheLaterOnesGo() throws Exception {
        UUID sick = Ids.next();
        effects.poison.add("never " + sick);
        send(event(sick, 1, "never " + sick));
        send(event(sick, 2, "next"));
        String id = parkedId(sick, DELTA);
        Someone.operator()
                .contentType("application/json")
                .body(Map.of("reason", "test"))
                .post("/v1/parked-events/kit/" + id + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        await(() -> assertThat(of(DELTA, sick)).containsExactly(2L));
        Someone.clerkOfAnCuu()
                .post("/v1/parked-events/kit/" + id + "/replay")
                .then()
                .statusCode(403);
        Someone.operator().get("/v1/parked-events/document").then().statusCode(404);
    }

    /** Red when a failure that passes is parked, or the offset is committed over it. */
    @Test
    void troubleOfTheStoreIsWaitedFor() throws Exception {
        UUID aggregate = Ids.next();
        String title = "store is down " + aggregate;
        effects.trouble.add(title);
        send(event(aggregate, 1, title));
        assertThatThrownBy(() ->
                        delivery(ConsumerSteps.NOBODY).deliver(incoming(Ids.next(), 1, title)))
                .hasMessage("STORE_UNAVAILABLE");
        assertThat(of(DELTA, aggregate)).isEmpty();
        effects.trouble.remove(title);
        await(() -> assertThat(of(DELTA, aggregate)).containsExactly(1L));
    }

    /** Red when garbage stops the loop. */
    @Test
    void garbageIsParkedAndBlocksNothing() throws Exception {
        UUID aggregate = Ids.next();
        sendRaw(aggregate, "this is no event");
        send(event(aggregate, 1, "fine"));
        await(() -> assertThat(of(DELTA, aggregate)).containsExactly(1L));
        await(() ->
                assertThat(
                                Someone.operator()
                                        .get("/v1/parked-events/kit?limit=200")
                                        .jsonPath()
                                        .getList("items.errorCode", String.class))
                        .contains("UNREADABLE_EVENT"));
    }

    private String parkedId(UUID aggregate, String handler) {
        List<String> found = new ArrayList<>();
        await(() -> {
            found.clear();
            List<Map<String, Object>> items =
                    Someone.operator()
                            .get("/v1/parked-events/kit?limit=200")
                            .jsonPath()
                            .getList("items");
            for (Map<String, Object> item : items) {
                assertThat(item).doesNotContainKey("payload");
                if (aggregate.toString().equals(item.get("aggregateId"))
                        && handler.equals(item.get("handler"))) {
                    found.add(String.valueOf(item.get("id")));
                }
            }
            assertThat(found).hasSize(1);
        });
        return found.getFirst();
    }

    private void assertDeadLetterHolds(UUID aggregate, String secret) {
        List<JsonNode> letters = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> dead =
                broker.consumer("dead-letter-test-" + UUID.randomUUID(), 100)) {
            dead.subscribe(List.of(broker.topic(Broker.DEAD_LETTER)));
            await(() -> {
                for (ConsumerRecord<String, byte[]> letter : dead.poll(Duration.ofMillis(200))) {
                    String text = new String(letter.value(), StandardCharsets.UTF_8);
                    assertThat(text).doesNotContain(secret);
                    letters.add(events.read(letter.value()).data());
                }
                assertThat(letters)
                        .anySatisfy(letter -> {
                            assertThat(letter.get("key").asText()).isEqualTo(aggregate.toString());
                            assertThat(letter.get("errorCode").asText())
                                    .isEqualTo("HANDLER_FAILED");
                        });
            });
        }
    }

    private EventDelivery<ProbeEvent> delivery(ConsumerSteps steps) {
        return new EventDelivery<>(
                changes, new EventDelivery.Inbox(events, table, kept, parking), steps);
    }

    private static ProbeEvent event(UUID aggregate, long version, String title) {
        return new ProbeEvent.Renamed(aggregate, version, Someone.AN_CUU, Instant.now(), title);
    }

    private String text(ProbeEvent event) {
        return events.write(
                events.envelope(
                        Ids.next(), EventNames.of(event.getClass()), EventFacts.of(event), event));
    }

    private Incoming incoming(UUID aggregate, long version, String title) {
        return new Incoming(
                "document.events",
                0,
                version,
                aggregate.toString(),
                text(event(aggregate, version, title)).getBytes(StandardCharsets.UTF_8));
    }

    private void send(ProbeEvent event) throws Exception {
        sendRaw(event.aggregateId(), text(event));
    }

    private void sendRaw(UUID key, String text) throws Exception {
        try (KafkaProducer<String, String> producer = broker.producer()) {
            producer.send(
                            new ProducerRecord<>(
                                    broker.topic("document.events"), key.toString(), text))
                    .get();
        }
    }

    private List<Long> of(String handler, UUID aggregate) {
        return JobScope.call(
                "test",
                () -> QuarkusTransaction.requiringNew().call(() -> effects.of(handler, aggregate)));
    }

    private static void await(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(assertion);
    }
}
