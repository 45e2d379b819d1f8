package vn.hue.earchive.search.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.search.index.EngineConfig;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SaidTexts;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/**
 * The index is no source of truth: deleted under a running service, it fills itself again from the
 * topics. Red when the consumer group does not depend on the index's generation, or when only the
 * topic that gets the next event is read again.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class RebuildTest {

    @Inject OpenSearchClient engine;
    @Inject EngineConfig config;
    @Inject SaidTexts texts;

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void fillsADeletedIndexAgainFromTheTopics() throws IOException {
        UUID archived = UUID.randomUUID();
        AipStored stored = told.stored(archived, 2, "Hồ sơ đã vào kho");
        topics.tell(
                told.document("Văn bản còn đây"),
                told.described(UUID.randomUUID(), 1, "Hồ sơ còn đây"),
                told.described(archived, 1, "Hồ sơ đã vào kho"),
                told.handedOver(archived, 2, "Hồ sơ đã vào kho"),
                stored,
                texts.of(stored, Instant.EPOCH, SaidTexts.SaidFile.open("lời trong tệp")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(agency.titles("hồ sơ")).hasSize(2);
                    assertThat(agency.titles("\"lời trong tệp\"")).hasSize(1);
                });

        engine.indices().delete(d -> d.index(config.indexPrefix() + "entries-v2"));

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> {
                    assertThat(agency.total()).isEqualTo(3);
                    assertThat(agency.titles("đã vào kho")).hasSize(1);
                    assertThat(agency.titles("\"lời trong tệp\"")).hasSize(1);
                });
        agency.search("đã vào kho").body("items[0].kind", org.hamcrest.Matchers.equalTo("holding"));
    }
}
