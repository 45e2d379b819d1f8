package vn.hue.earchive.search.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;
import vn.hue.earchive.search.testing.Topics.Envelope;

/**
 * One bad event costs itself only. Red when the projector throws on poison, when the engine's
 * refusal of one item fails its batch, or when the envelope's agency is believed.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class PoisonTest {

    @Inject Config config;

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void parksWhatCanNeverBeIndexedAndGoesOn() {
        Agency stranger = Agency.any();
        Envelope untitled = Topics.envelope(told.document("x")).withoutInDocument("subject");
        Envelope unreadable =
                Topics.envelope(told.document("x")).withDocument("issuedDate", "mồng ba Tết");
        // Lucene takes no term of more than 32 766 bytes.
        Envelope refusedByTheEngine =
                Topics.envelope(told.document("Văn bản có ký hiệu vô tận"))
                        .withDocument("notation", "X".repeat(40_000));
        Envelope smuggled =
                Topics.envelope(told.document("Văn bản đi lạc"))
                        .with("agencyid", stranger.id().toString());
        List<Envelope> poison = List.of(untitled, unreadable, refusedByTheEngine, smuggled);

        topics.tell(List.of(Topics.envelope(told.document("Trước"))));
        topics.tell(poison);
        topics.tell(List.of(Topics.envelope(told.document("Sau"))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(agency.titles("trước")).hasSize(1);
                    assertThat(agency.titles("sau")).hasSize(1);
                });
        assertThat(agency.total()).isEqualTo(2);
        assertThat(stranger.total()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(parked())
                                .containsKeys(
                                        poison.stream()
                                                .map(Envelope::eventId)
                                                .toArray(String[]::new)));
        assertThat(parked().get(smuggled.eventId())).startsWith("ENVELOPE_CONTRADICTS_DATA");
        assertThat(parked().get(refusedByTheEngine.eventId())).startsWith("ENGINE_REFUSED");
    }

    @Test
    void indexesALaterFactOfAKeyWhoseEarlierOneWasPoison() {
        UUID id = UUID.randomUUID();
        Envelope bad = Topics.envelope(told.described(id, 1, "Hồ sơ hỏng"));
        bad.content().remove("data");
        bad.content().putObject("data").put("agencyId", agency.id().toString());
        topics.tell(List.of(bad, Topics.envelope(told.described(id, 2, "Hồ sơ lành"))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.titles("lành")).hasSize(1));
    }

    /** Event id → reason, as an operator would read it. */
    private Map<String, String> parked() {
        Map<String, String> parked = new TreeMap<>();
        try (Connection database =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.flyway.username", String.class),
                                config.getValue("quarkus.flyway.password", String.class));
                PreparedStatement query =
                        database.prepareStatement("SELECT event_id, error_code FROM parked_event");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                parked.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return parked;
    }
}
