package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.AgencyRegistered;
import vn.hue.earchive.document.events.DocumentServiceEvent;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.events.CloudEvents;
import vn.hue.earchive.kit.events.EventFacts;
import vn.hue.earchive.kit.events.EventNames;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;

/**
 * The world around the archive, as document-service makes it: files and a manifest in the working
 * bucket, a CloudEvent on Kafka; and the archive's own events as others receive them.
 */
@ApplicationScoped
public class ArchiveWorld {

    private final ObjectStore working;
    private final ObjectMapper json;
    private final CloudEvents events;
    private final EntityManager entities;
    private final Clock clock;
    private final String topicsPrefix;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<CloudEvent> received = new ArrayList<>();

    ArchiveWorld(
            ObjectStores stores,
            ObjectMapper json,
            CloudEvents events,
            EntityManager entities,
            Clock clock,
            @ConfigProperty(name = "earchive.topics.prefix") String topicsPrefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.working = stores.store("working");
        this.json = json;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
        this.topicsPrefix = topicsPrefix;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    @PreDestroy
    void close() {
        producer.close();
        consumer.close();
    }

    /** Puts files and manifest into the working bucket and announces the submission. */
    public SubmissionSubmitted submit(UUID agencyId, TestDossier... dossiers) {
        SubmissionSubmitted event = prepare(agencyId, dossiers);
        publish(event, Ids.next());
        return event;
    }

    /** Everything but the announcement. */
    SubmissionSubmitted prepare(UUID agencyId, TestDossier... dossiers) {
        for (TestDossier dossier : dossiers) {
            for (TestDossier.Item item : dossier.items) {
                byte[] stored = item.stored();
                if (stored != null) {
                    put(item.key(), stored);
                }
            }
        }
        UUID submissionId = Ids.next();
        var manifest =
                new SubmissionManifest(
                        submissionId,
                        agencyId,
                        TestDossier.AGENCY_CODE,
                        "Ủy ban nhân dân phường An Cựu",
                        "archivist.ancuu",
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Arrays.stream(dossiers).map(TestDossier::described).toList());
        byte[] bytes = write(manifest).getBytes(StandardCharsets.UTF_8);
        String key = "manifests/" + submissionId;
        put(key, bytes);
        return new SubmissionSubmitted(
                agencyId,
                1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                submissionId,
                Arrays.stream(dossiers).map(dossier -> dossier.id).toList(),
                "working",
                key,
                TestDossier.sha256(bytes),
                bytes.length);
    }

    void put(String key, byte[] bytes) {
        working.put(key, new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream");
    }

    void drop(String key) {
        working.delete(key);
    }

    byte[] get(String key) throws java.io.IOException {
        try (var in = working.get(key)) {
            return in.readAllBytes();
        }
    }

    void publish(SubmissionSubmitted event, UUID eventId) {
        publish("submission.events", event, eventId);
    }

    /** Announces an agency, as document-service does. */
    void announce(AgencyRegistered agency) {
        publish("agency.events", agency, Ids.next());
    }

    private void publish(String topic, DocumentServiceEvent event, UUID eventId) {
        var envelope =
                events.envelope(
                        eventId, EventNames.of(event.getClass()), EventFacts.of(event), event);
        try {
            producer.send(
                            new ProducerRecord<>(
                                    topicsPrefix + topic,
                                    event.aggregateId().toString(),
                                    events.write(envelope).getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the archive has told about a dossier so far, in the order of Kafka. */
    synchronized List<CloudEvent> told(UUID dossierId) {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topicsPrefix + "archive.events").stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        consumer.poll(Duration.ofMillis(200))
                .forEach(message -> received.add(events.read(message.value())));
        return received.stream().filter(event -> event.subject().equals(dossierId)).toList();
    }

    /** Types and versions of what was told, for example {@code 1 dossier.accepted.v1}. */
    public List<String> toldBriefly(UUID dossierId) {
        return told(dossierId).stream()
                .map(event -> event.aggregateversion() + " " + event.type())
                .toList();
    }

    /** The first value that the database answers, past the row-level security. */
    public @Nullable Object ask(String sql, Object... parameters) {
        return JobScope.call(
                "test", () -> QuarkusTransaction.requiringNew().call(() -> query(sql, parameters)));
    }

    private @Nullable Object query(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql, Object.class);
        for (int at = 0; at < parameters.length; at++) {
            query.setParameter(at + 1, parameters[at]);
        }
        List<?> rows = query.getResultList();
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private String write(SubmissionManifest manifest) {
        try {
            return json.writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
