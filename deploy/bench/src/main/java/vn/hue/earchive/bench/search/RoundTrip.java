package vn.hue.earchive.bench.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A bare Kafka round trip: an event of ordinary size is sent with {@code acks=all} and waited for
 * by a consumer that has nothing else to do. The topic is made for the run and deleted after it.
 */
final class RoundTrip implements AutoCloseable {

    private static final int PAYLOAD_BYTES = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic = "bench-" + UUID.randomUUID();
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private RoundTrip(String servers) {
        String key = ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;
        this.admin = Admin.create(Map.of(key, servers));
        this.producer =
                new KafkaProducer<>(
                        Map.of(key, servers, ProducerConfig.ACKS_CONFIG, "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(key, servers, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    static RoundTrip open(String bootstrapServers) throws InterruptedException, ExecutionException {
        RoundTrip trip = new RoundTrip(bootstrapServers);
        trip.admin.createTopics(List.of(new NewTopic(trip.topic, 1, (short) 1))).all().get();
        trip.consumer.assign(List.of(new TopicPartition(trip.topic, 0)));
        return trip;
    }

    void once() throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        producer.send(new ProducerRecord<>(topic, new byte[PAYLOAD_BYTES])).get();
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "An event did not come back from Kafka within " + PATIENCE + ".");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        // Not waited for: the broker deletes it in its own time.
        var _ = admin.deleteTopics(List.of(topic));
        admin.close();
    }
}
