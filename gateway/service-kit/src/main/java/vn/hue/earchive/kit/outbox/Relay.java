package vn.hue.earchive.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * One relay: leases shards, reads what is unsent, sends it, marks it. Between any two of these it
 * may die: what is not marked is sent again by whoever holds the shard next. So an event is sent at
 * least once, and those of one aggregate in the order of their versions. Not for more than one
 * thread.
 */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final String owner;
    private final OutboxTable table;
    private final Producer<String, String> producer;
    private final RelayLimits limits;
    private final RelaySteps steps;

    private Map<Integer, Long> leases = Map.of();
    private long renewAt = System.nanoTime();

    Relay(
            String owner,
            OutboxTable table,
            Producer<String, String> producer,
            RelayLimits limits,
            RelaySteps steps) {
        this.owner = owner;
        this.table = table;
        this.producer = producer;
        this.limits = limits;
        this.steps = steps;
    }

    /**
     * One round.
     *
     * @return true when there may be more to send at once
     * @throws KafkaException when the broker did not take everything; what it took is marked
     */
    boolean round() throws InterruptedException {
        renew();
        if (leases.isEmpty()) {
            return false;
        }
        List<OutboxTable.Row> rows = table.unsent(leases.keySet(), limits.batch());
        steps.at(RelayStep.READ);
        if (rows.isEmpty()) {
            return false;
        }
        Outcome outcome = send(rows);
        steps.at(RelayStep.ACKNOWLEDGED);
        mark(outcome.acknowledged());
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return rows.size() == limits.batch();
    }

    /** Gives the shards up; what was read and not marked is sent by the next owner. */
    void stop() {
        leases = Map.of();
        table.release(owner);
    }

    private void renew() {
        if (System.nanoTime() - renewAt < 0) {
            return;
        }
        leases = table.lease(owner, limits.lease());
        renewAt = System.nanoTime() + limits.lease().dividedBy(3).toNanos();
        steps.at(RelayStep.LEASED);
    }

    private record Sent(OutboxTable.Row row, Future<RecordMetadata> answer) {}

    private record Outcome(
            List<OutboxTable.Row> acknowledged,
            @org.jspecify.annotations.Nullable KafkaException failure) {}

    private Outcome send(List<OutboxTable.Row> rows) throws InterruptedException {
        List<OutboxTable.Row> ordered = new ArrayList<>(rows);
        // Positions are drawn before the commit; within an aggregate the version decides.
        ordered.sort(
                Comparator.comparing(OutboxTable.Row::aggregateId)
                        .thenComparingLong(OutboxTable.Row::version));
        List<Sent> sent = new ArrayList<>();
        for (OutboxTable.Row row : ordered) {
            sent.add(
                    new Sent(
                            row,
                            producer.send(
                                    new ProducerRecord<>(
                                            limits.prefix() + row.topic(),
                                            row.aggregateId().toString(),
                                            row.envelope()))));
            steps.at(RelayStep.SENDING);
        }
        producer.flush();
        return collect(sent);
    }

    /**
     * After a failed event the later ones of its aggregate count as unsent, to keep their order.
     */
    private static Outcome collect(List<Sent> sent) throws InterruptedException {
        List<OutboxTable.Row> acknowledged = new ArrayList<>();
        Set<UUID> broken = new HashSet<>();
        KafkaException failure = null;
        for (Sent one : sent) {
            try {
                one.answer().get();
                if (!broken.contains(one.row().aggregateId())) {
                    acknowledged.add(one.row());
                }
            } catch (ExecutionException e) {
                broken.add(one.row().aggregateId());
                failure = new KafkaException("The broker did not take an event", e.getCause());
            }
        }
        return new Outcome(acknowledged, failure);
    }

    private void mark(List<OutboxTable.Row> acknowledged) {
        if (acknowledged.isEmpty()) {
            return;
        }
        Map<Integer, Long> used = new TreeMap<>();
        for (OutboxTable.Row row : acknowledged) {
            Long epoch = leases.get(row.shard());
            if (epoch != null) {
                used.put(row.shard(), epoch);
            }
        }
        boolean marked = table.mark(used, acknowledged, () -> steps.at(RelayStep.MARKING));
        steps.at(RelayStep.MARKED);
        if (!marked) {
            LOG.infof(
                    "A lease was lost: its events are sent again by the new owner owner=%s", owner);
            leases = Map.of();
            renewAt = System.nanoTime();
        }
    }

    /** Pause after a failure, growing to a bound. */
    static Duration backOff(int failures) {
        return Duration.ofMillis(Math.min(10_000, 200L << Math.min(failures, 6)));
    }
}
