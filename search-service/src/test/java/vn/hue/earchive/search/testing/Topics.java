package vn.hue.earchive.search.testing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.hue.earchive.archive.events.ArchiveEvent;
import vn.hue.earchive.document.events.DocumentServiceEvent;

/** Tells facts on the topics as the relay of the other services does. */
public final class Topics implements AutoCloseable {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private final String prefix;
    private final KafkaProducer<String, String> producer;

    public Topics() {
        Config config = ConfigProvider.getConfig();
        prefix = config.getValue("earchive.topics.prefix", String.class);
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                config.getValue("kafka.bootstrap.servers", String.class),
                                "acks",
                                "all"),
                        new StringSerializer(),
                        new StringSerializer());
    }

    /** Tells facts in this order and waits until the broker has them. */
    public void tell(Object... facts) {
        tell(Arrays.stream(facts).map(Topics::envelope).toList());
    }

    /** Tells envelopes in this order and waits until the broker has them. */
    public void tell(Collection<Envelope> envelopes) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    prefix + envelope.topic(), envelope.key(), envelope.json())));
        }
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A fact in its CloudEvent. */
    public static Envelope envelope(Object fact) {
        return switch (fact) {
            case DocumentServiceEvent event ->
                    envelope(
                            event,
                            DocumentServiceEvent.class,
                            event.topic(),
                            event.aggregateId(),
                            event.agencyId(),
                            event.version());
            case ArchiveEvent event ->
                    envelope(
                            event,
                            ArchiveEvent.class,
                            event.topic(),
                            event.aggregateId(),
                            event.agencyId(),
                            event.version());
            default -> throw new IllegalArgumentException(fact.getClass().getName());
        };
    }

    private static Envelope envelope(
            Object fact,
            Class<?> root,
            String topic,
            UUID aggregateId,
            UUID agencyId,
            long version) {
        String type =
                Arrays.stream(root.getAnnotation(JsonSubTypes.class).value())
                        .filter(known -> known.value() == fact.getClass())
                        .findFirst()
                        .orElseThrow()
                        .name();
        ObjectNode envelope =
                JSON.createObjectNode()
                        .put("specversion", "1.0")
                        .put("id", UUID.randomUUID().toString())
                        .put("source", "/test")
                        .put("type", type)
                        .put("subject", aggregateId.toString())
                        .put("time", "2026-03-05T02:00:00Z")
                        .put("datacontenttype", "application/json")
                        .put("agencyid", agencyId.toString())
                        .put("aggregateversion", version);
        envelope.set("data", JSON.valueToTree(fact));
        return new Envelope(topic, aggregateId.toString(), envelope);
    }

    @Override
    public void close() {
        producer.close();
    }

    /** What stands on a topic. */
    public record Envelope(String topic, String key, ObjectNode content) {

        String json() {
            try {
                return JSON.writeValueAsString(content);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The same event with something changed, under its own id. */
        public Envelope with(String field, String value) {
            return new Envelope(topic, key, content.deepCopy().put(field, value));
        }

        /** The same event with something else in its document. */
        public Envelope withDocument(String field, String value) {
            ObjectNode changed = content.deepCopy();
            ((ObjectNode) changed.at("/data/document")).put(field, value);
            return new Envelope(topic, key, changed);
        }

        /** The same event with something missing in its document. */
        public Envelope withoutInDocument(String field) {
            ObjectNode changed = content.deepCopy();
            ((ObjectNode) changed.at("/data/document")).remove(field);
            return new Envelope(topic, key, changed);
        }

        public String eventId() {
            return content.get("id").asText();
        }
    }
}
