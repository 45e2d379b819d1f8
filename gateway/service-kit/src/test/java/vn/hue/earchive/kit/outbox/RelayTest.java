package vn.hue.earchive.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.kafka.Broker;
import vn.hue.earchive.kit.probe.ProbeEvent;

/**
 * The relay is killed between every two of its steps; another takes over. A kill is an error that
 * nothing in the relay catches: no clean-up runs, its leases stay until they run out.
 */
@QuarkusTest
@TestProfile(RelayTest.NoneOfItsOwn.class)
class RelayTest {

    private static final Duration LEASE = Duration.ofMillis(300);
    private static final UUID AGENCY = UUID.randomUUID();

    @Inject DataSource database;
    @Inject OutboxTable table;
    @Inject Broker broker;
    @Inject Journal journal;
    @Inject CloudEvents events;

    private KafkaProducer<String, String> producer;
    private KafkaConsumer<String, byte[]> consumer;
    private final List<CloudEvent> received = new ArrayList<>();

    /** The service's own relay and consumers are off: only the test's run. */
    public static final class NoneOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earchive.relay.enabled", "false");
        }
    }

    private static final class Killed extends Error {}

    @BeforeEach
    void open() {
        producer = broker.producer();
        consumer = broker.consumer("relay-test-" + UUID.randomUUID(), 500);
        consumer.subscribe(List.of(broker.topic("document.events")));
    }

    @AfterEach
    void close() {
        producer.close();
        consumer.close();
    }

    /**
     * Red when rows are marked before the acknowledgement, or read by position instead of by being
     * unsent.
     */
    @ParameterizedTest
    @EnumSource(RelayStep.class)
    void killedAtAnyStepItLosesNothingAndKeepsTheOrder(RelayStep kill) throws Exception {
        List<UUID> aggregates = List.of(Ids.next(), Ids.next(), Ids.next());
        for (long version = 1; version <= 4; version++) {
            for (UUID aggregate : aggregates) {
                record(aggregate, version);
            }
        }
        Relay first = relay(killAt(kill));
        assertThatThrownBy(() -> rounds(first, 20)).isInstanceOf(Killed.class);

        Relay second = relay(RelaySteps.NOBODY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    rounds(second, 1);
                    return unsent() == 0;
                });
        second.stop();

        for (UUID aggregate : aggregates) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(firstSeen(aggregate)).containsExactly(1L, 2L, 3L, 4L));
            assertThat(idsPerVersion(aggregate)).as("a resent event keeps its id").isEqualTo(4);
        }
    }

    /** Red when the mark is not fenced by the epoch of the lease. */
    @Test
    void aRelayThatWasPausedPastItsLeaseMarksNothing() throws Exception {
        record(Ids.next(), 1);
        Map<Integer, Long> old = table.lease("paused", LEASE);
        List<OutboxTable.Row> rows = table.unsent(old.keySet(), 10);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> table.lease("new", Duration.ofSeconds(5)).size() == Outbox.SHARDS);
        assertThat(table.mark(old, rows, () -> {})).isFalse();
        assertThat(unsent()).isPositive();
        table.release("new");
        drain();
    }

    /** Red when a relay keeps all shards for itself. */
    @Test
    void relaysShareTheShards() {
        Set<Integer> one = new HashSet<>();
        Set<Integer> two = new HashSet<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    one.clear();
                    two.clear();
                    one.addAll(table.lease("one", Duration.ofSeconds(2)).keySet());
                    two.addAll(table.lease("two", Duration.ofSeconds(2)).keySet());
                    return one.size() == 8 && two.size() == 8;
                });
        assertThat(Collections.disjoint(one, two)).isTrue();
        table.release("one");
        table.release("two");
    }

    @Test
    void twoEventsOfOneVersionCannotBothCommit() {
        UUID aggregate = Ids.next();
        record(aggregate, 1);
        assertThatThrownBy(() -> record(aggregate, 1))
                .hasStackTraceContaining("uq_outbox_topic_aggregate_version");
    }

    /** Red when the audit entry or the event is written in a transaction of its own. */
    @Test
    void aRollbackLeavesNeitherEventNorAuditEntry() {
        UUID aggregate = Ids.next();
        assertThatThrownBy(() ->
                        JobScope.run(
                                "test",
                                () ->
                                        QuarkusTransaction.requiringNew()
                                                .run(() -> {
                                                    journal(aggregate, 1);
                                                    throw new IllegalStateException("rolled back");
                                                })))
                .hasMessageContaining("rolled back");
        assertThat(count("SELECT count(*) FROM outbox WHERE aggregate_id = ?", aggregate)).isZero();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE aggregate_id = ?", aggregate))
                .isZero();
        record(aggregate, 1);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE aggregate_id = ?", aggregate))
                .isEqualTo(1);
        drain();
    }

    private void drain() {
        Relay relay = relay(RelaySteps.NOBODY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    rounds(relay, 1);
                    return unsent() == 0;
                });
        relay.stop();
    }

    private Relay relay(RelaySteps steps) {
        RelayLimits limits = new RelayLimits(5, LEASE, Duration.ofMillis(10), broker.topic(""));
        return new Relay(UUID.randomUUID().toString(), table, producer, limits, steps);
    }

    private static RelaySteps killAt(RelayStep kill) {
        AtomicInteger left = new AtomicInteger(kill == RelayStep.SENDING ? 2 : 1);
        return step -> {
            if (step == kill && left.decrementAndGet() == 0) {
                throw new Killed();
            }
        };
    }

    private static void rounds(Relay relay, int atMost) throws InterruptedException {
        for (int i = 0; i < atMost; i++) {
            relay.round();
        }
    }

    private void record(UUID aggregate, long version) {
        JobScope.run(
                "test",
                () -> QuarkusTransaction.requiringNew().run(() -> journal(aggregate, version)));
    }

    private void journal(UUID aggregate, long version) {
        journal.record(
                new ProbeEvent.Added(aggregate, version, AGENCY, Instant.now(), "t"),
                "addProbe",
                "probe",
                Map.of());
    }

    private List<Long> firstSeen(UUID aggregate) {
        poll();
        return received.stream()
                .filter(event -> event.subject().equals(aggregate))
                .map(CloudEvent::aggregateversion)
                .distinct()
                .toList();
    }

    private long idsPerVersion(UUID aggregate) {
        return received.stream()
                .filter(event -> event.subject().equals(aggregate))
                .map(CloudEvent::id)
                .distinct()
                .count();
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(300))) {
            CloudEvent event = events.read(message.value());
            assertThat(message.key()).isEqualTo(event.subject().toString());
            received.add(event);
        }
    }

    private long unsent() {
        return count(
                "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND ?::uuid IS NOT NULL",
                AGENCY);
    }

    private long count(String sql, UUID value) {
        return JobScope.call(
                "test",
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> {
                                    try (Connection connection = database.getConnection();
                                            PreparedStatement query =
                                                    connection.prepareStatement(sql)) {
                                        query.setObject(1, value);
                                        return single(query);
                                    }
                                }));
    }

    private static long single(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
