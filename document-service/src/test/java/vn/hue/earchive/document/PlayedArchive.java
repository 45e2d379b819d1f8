package vn.hue.earchive.document;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.hue.earchive.archive.events.AipReplicated;
import vn.hue.earchive.archive.events.ArchiveEvent;
import vn.hue.earchive.archive.events.DossierAccepted;
import vn.hue.earchive.archive.events.DossierReturned;

/** The archive, played by its events on the real broker. */
@ApplicationScoped
public class PlayedArchive {

    private final ObjectMapper json;
    private final Clock clock;
    private final String brokers;
    private final String prefix;

    PlayedArchive(
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "earchive.topics.prefix") String prefix) {
        this.json = json;
        this.clock = clock;
        this.brokers = brokers;
        this.prefix = prefix;
    }

    private void tell(String type, ArchiveEvent event) throws Exception {
        Map<String, Object> envelope =
                Map.ofEntries(
                        Map.entry("specversion", "1.0"),
                        Map.entry("id", UUID.randomUUID()),
                        Map.entry("source", "/archive-service"),
                        Map.entry("type", type),
                        Map.entry("subject", event.holdingId()),
                        Map.entry("time", event.occurredAt()),
                        Map.entry("datacontenttype", "application/json"),
                        Map.entry("agencyid", event.agencyId()),
                        Map.entry("aggregateversion", event.version()),
                        Map.entry("data", event));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    prefix + "archive.events",
                                    event.holdingId().toString(),
                                    json.writeValueAsString(envelope)))
                    .get();
        }
    }

    public void accept(TestAgency agency, UUID dossier, UUID submission, long version)
            throws Exception {
        tell(
                "dossier.accepted.v1",
                new DossierAccepted(agency.id(), dossier, version, clock.instant(), submission));
    }

    public void giveBack(TestAgency agency, UUID dossier, UUID submission, long version)
            throws Exception {
        tell(
                "dossier.returned.v1",
                new DossierReturned(
                        agency.id(),
                        dossier,
                        version,
                        clock.instant(),
                        submission,
                        List.of(
                                new DossierReturned.Reason(
                                        "VIRUS_FOUND", null, "Tệp nhiễm mã độc", "Infected"))));
    }

    void replicated(TestAgency agency, UUID dossier, UUID submission, long version)
            throws Exception {
        tell(
                "aip.replicated.v1",
                new AipReplicated(
                        agency.id(),
                        dossier,
                        version,
                        clock.instant(),
                        submission,
                        "urn:uuid:X",
                        List.of("primary", "replica")));
    }

    public static void await(TestAgency agency, String path, String field, String value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> agency.as("specialist").get(path).then().body(field, equalTo(value)));
    }
}
