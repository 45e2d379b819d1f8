package vn.hue.earchive.kit.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes Kafka clients from the {@code kafka.*} properties, and the suite's topics where they are
 * missing.
 */
@Singleton
public class Broker {

    public static final String DEAD_LETTER = "dead-letter";

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final List<String> TOPICS =
            List.of(
                    "document.events",
                    "dossier.events",
                    "submission.events",
                    "agency.events",
                    "archive.events",
                    DEAD_LETTER);
    private static final int PARTITIONS = 6;
    private static final Duration ADMIN_TIMEOUT = Duration.ofSeconds(15);
    private static final int BEFORE_RELAY_AND_CONSUMERS = 100;

    private final Map<String, Object> connection;
    private final String prefix;
    private final String application;
    private final boolean used;

    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @ConfigProperty(name = "earchive.topics.prefix") Optional<String> prefix,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "earchive.relay.enabled") boolean relay,
            @ConfigProperty(name = "earchive.consumers.enabled") boolean consumers) {
        this.connection = connection;
        this.prefix = prefix.orElse("");
        this.application = application;
        this.used = relay || consumers;
    }

    /** The topic's name in this deployment. */
    public String topic(String name) {
        return prefix + name;
    }

    /**
     * The consumer group of this service for a topic. One group per topic: a rebalance of one does
     * not touch the others.
     *
     * @param generation see {@code BatchEventHandler.generation()}, or empty
     */
    public String group(String topic, String generation) {
        String service = generation.isEmpty() ? application : application + "-" + generation;
        return prefix + service + "." + topic;
    }

    /** Acknowledged by all replicas, in order within a partition, without duplicates of its own. */
    public KafkaProducer<String, String> producer() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-relay");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** Commits by hand only, from the beginning of a topic that its group has not read. */
    public KafkaConsumer<String, byte[]> consumer(String group, int maxRecords) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        // Partitions of a killed instance go to another after this; Kafka's default is 45 s.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        // A topic that is made later is found soon.
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    void createTopics(@Observes @Priority(BEFORE_RELAY_AND_CONSUMERS) StartupEvent event) {
        if (!used) {
            return;
        }
        Map<String, Object> config = new HashMap<>(connection);
        config.put(
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ADMIN_TIMEOUT.toMillis());
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        try (Admin admin = Admin.create(config)) {
            Set<String> present = await(admin.listTopics().names());
            List<NewTopic> missing =
                    TOPICS.stream()
                            .map(this::topic)
                            .filter(topic -> !present.contains(topic))
                            .map(topic ->
                                    new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()))
                            .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).values().forEach(Broker::awaitCreation);
            }
        } catch (ExecutionException | TimeoutException e) {
            // The outbox holds the events meanwhile; topics are made at the next start, or by hand.
            LOG.warn("Topics not checked: the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitCreation(
            String topic, org.apache.kafka.common.KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (ExecutionException | TimeoutException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                LOG.warnf(e, "Topic not made topic=%s", topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(ADMIN_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
}
