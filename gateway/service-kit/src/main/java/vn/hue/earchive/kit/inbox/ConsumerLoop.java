package vn.hue.earchive.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one topic. An offset is committed only after its message was dealt with. Where that is not
 * possible now, the partition is paused and the message comes again later, while polling goes on,
 * so that the group keeps this member.
 */
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GENERATION_CHECK = Duration.ofSeconds(5);

    /** How messages are taken: one by one, or as many as there are. */
    record Work(boolean together, Consumer<List<ConsumerRecord<String, byte[]>>> take) {}

    private final String topic;
    private final Supplier<String> generation;
    private final Function<String, KafkaConsumer<String, byte[]>> clients;
    private final Work work;
    private final AtomicLong lag = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Paused partition → when it goes on, in {@code nanoTime}. */
    private final Map<TopicPartition, Long> pauses = new HashMap<>();

    /** Partition → failures since its last success. */
    private final Map<TopicPartition, Integer> failures = new HashMap<>();

    /** Failures of the consumer itself since its last round. */
    private int restarts;

    private volatile @Nullable KafkaConsumer<String, byte[]> open;

    /**
     * @param generation what the events build up, asked before consuming and every few seconds
     * @param clients gives a consumer in the group of a generation
     */
    ConsumerLoop(
            String topic,
            Supplier<String> generation,
            Function<String, KafkaConsumer<String, byte[]>> clients,
            Work work) {
        this.topic = topic;
        this.generation = generation;
        this.clients = clients;
        this.work = work;
    }

    /** Messages that are not dealt with. */
    long lag() {
        return lag.get();
    }

    @Override
    public void run() {
        while (isRunning()) {
            try {
                consume(generation.get());
            } catch (WakeupException e) {
                LOG.debugf("Consumer stops topic=%s", topic);
            } catch (RuntimeException e) {
                restarts++;
                LOG.warnf(e, "Consumer starts anew topic=%s", topic);
                awaitStop(backOff(restarts));
            } finally {
                open = null;
            }
        }
    }

    /** Until it stops, fails, or another generation wants everything from the beginning. */
    private void consume(String of) {
        try (KafkaConsumer<String, byte[]> consumer = clients.apply(of)) {
            open = consumer;
            pauses.clear();
            consumer.subscribe(List.of(topic));
            long checked = System.nanoTime();
            while (isRunning()) {
                round(consumer);
                restarts = 0;
                if (System.nanoTime() - checked > GENERATION_CHECK.toNanos()) {
                    if (isOutdated(of)) {
                        LOG.infof("Consuming from the beginning topic=%s", topic);
                        return;
                    }
                    checked = System.nanoTime();
                }
            }
        }
    }

    private boolean isOutdated(String of) {
        try {
            return !generation.get().equals(of);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Generation not known now topic=%s", topic);
            return false;
        }
    }

    void stop() {
        stopping.countDown();
        KafkaConsumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void awaitStop(Duration atMost) {
        try {
            if (stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("Consumer stops topic=%s", topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private void round(KafkaConsumer<String, byte[]> consumer) {
        resume(consumer);
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (List<ConsumerRecord<String, byte[]>> group : groups(records)) {
            // A partition that a failure has just paused gives nothing more in this round.
            if (!pauses.containsKey(partition(group.getFirst()))) {
                take(consumer, group, done);
            }
        }
        commit(consumer, done);
        lag.set(lag(consumer));
    }

    private List<List<ConsumerRecord<String, byte[]>>> groups(
            ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        records.forEach(all::add);
        if (all.isEmpty()) {
            return List.of();
        }
        return work.together() ? List.of(all) : all.stream().map(List::of).toList();
    }

    private void take(
            KafkaConsumer<String, byte[]> consumer,
            List<ConsumerRecord<String, byte[]>> group,
            Map<TopicPartition, OffsetAndMetadata> done) {
        try {
            work.take().accept(group);
            for (ConsumerRecord<String, byte[]> message : group) {
                done.put(partition(message), new OffsetAndMetadata(message.offset() + 1));
                failures.remove(partition(message));
            }
        } catch (RuntimeException e) {
            back(consumer, group, e);
        }
    }

    private void back(
            KafkaConsumer<String, byte[]> consumer,
            List<ConsumerRecord<String, byte[]>> group,
            RuntimeException cause) {
        Map<TopicPartition, Long> first = new HashMap<>();
        group.forEach(message -> first.putIfAbsent(partition(message), message.offset()));
        first.forEach((partition, offset) -> {
            Duration pause = backOff(failures.merge(partition, 1, Integer::sum));
            LOG.warnf(
                    cause,
                    "Events wait for trouble to pass topic=%s partition=%d offset=%d in=%s",
                    topic,
                    partition.partition(),
                    offset,
                    pause);
            consumer.seek(partition, offset);
            consumer.pause(Set.of(partition));
            pauses.put(partition, System.nanoTime() + pause.toNanos());
        });
    }

    private void resume(KafkaConsumer<String, byte[]> consumer) {
        long now = System.nanoTime();
        Set<TopicPartition> assigned = consumer.assignment();
        pauses.keySet().retainAll(assigned);
        pauses.entrySet()
                .removeIf(entry -> {
                    boolean due = entry.getValue() - now <= 0;
                    if (due) {
                        consumer.resume(Set.of(entry.getKey()));
                    }
                    return due;
                });
    }

    private void commit(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        if (done.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(done);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // The partition has moved on; its new owner meets these messages again as duplicates.
            LOG.debugf(e, "Offsets not committed topic=%s", topic);
        }
    }

    private static long lag(KafkaConsumer<String, byte[]> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private static Duration backOff(int failures) {
        return Duration.ofMillis(Math.min(15_000, 100L << Math.min(failures, 8)));
    }
}
