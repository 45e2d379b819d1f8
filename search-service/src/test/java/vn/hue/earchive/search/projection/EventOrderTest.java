package vn.hue.earchive.search.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;
import vn.hue.earchive.search.testing.Topics.Envelope;

/**
 * The index depends on what was told, not on how often or in which order. Red when versions are not
 * given to the engine, when a batch keeps the last instead of the newest, when a tombstone is a
 * delete, or when a fact without a description lifts the version of a holding.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class EventOrderTest {

    private static final int DOSSIERS = 12;

    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void endsInTheSameIndexWhenEverythingComesTenTimesAndShuffled() {
        Agency orderly = Agency.any();
        Agency chaotic = Agency.any();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < DOSSIERS; i++) {
            ids.add(UUID.randomUUID());
        }
        topics.tell(lives(orderly, ids));

        List<Envelope> shuffled = new ArrayList<>();
        // The other agency's dossiers have their own ids, as in life.
        List<Envelope> once = lives(chaotic, ids.stream().map(EventOrderTest::twin).toList());
        for (int i = 0; i < 10; i++) {
            shuffled.addAll(once);
        }
        Collections.shuffle(shuffled, new Random(2026));
        topics.tell(shuffled);
        topics.tell(new Told(orderly).document("Hết"), new Told(chaotic).document("Hết"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(state(orderly)).hasSize(DOSSIERS + 1);
                    assertThat(state(chaotic)).isEqualTo(state(orderly));
                });
        assertThat(state(orderly).values())
                .filteredOn(entry -> entry.startsWith("holding"))
                .hasSize(DOSSIERS / 2);
    }

    @Test
    void keepsTheDescriptionOfAHoldingWhenItsReplicationIsToldFirst() {
        Agency agency = Agency.any();
        Told told = new Told(agency);
        UUID id = UUID.randomUUID();
        topics.tell(told.replicated(id, 3), told.document("Mốc"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(1));

        topics.tell(told.stored(id, 2, "Hồ sơ đến muộn"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.titles("đến muộn")).hasSize(1));
    }

    @Test
    void doesNotBringADossierBackThatTheArchiveHas() {
        Agency agency = Agency.any();
        Told told = new Told(agency);
        UUID id = UUID.randomUUID();
        topics.tell(told.handedOver(id, 5, "Hồ sơ đã nộp"), told.document("Mốc một"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(1));

        topics.tell(told.described(id, 4, "Hồ sơ đã nộp"));
        topics.tell(told.described(UUID.randomUUID(), 1, "Mốc hai"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.titles("mốc")).hasSize(2));
        assertThat(agency.titles("đã nộp")).isEmpty();
    }

    @Test
    void passesOverFactsItDoesNotKnow() {
        Agency agency = Agency.any();
        Told told = new Told(agency);
        topics.tell(
                List.of(
                        Topics.envelope(told.document("Từ tương lai"))
                                .with("type", "document.praised.v1"),
                        Topics.envelope(told.document("Từ hôm nay"))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(1));
        assertThat(agency.titles("từ")).containsExactly("Từ hôm nay");
    }

    /** Half of the dossiers end in the archive, the others stay open with a last title. */
    private static List<Envelope> lives(Agency agency, List<UUID> ids) {
        Told told = new Told(agency);
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            for (int version = 1; version <= 4; version++) {
                facts.add(told.described(id, version, "Hồ sơ " + i + " lần " + version));
            }
            if (i % 2 == 0) {
                facts.add(told.handedOver(id, 5, "Hồ sơ " + i));
                facts.add(told.accepted(id, 1));
                facts.add(
                        told.stored(
                                id, 2, "Hồ sơ " + i, Told.inside("0" + i, "Văn bản " + i, "01")));
                facts.add(told.replicated(id, 3));
            }
        }
        facts.add(told.dated(LocalDate.of(2026, 2, 2), "Văn bản rời"));
        return facts.stream().map(Topics::envelope).toList();
    }

    private static UUID twin(UUID id) {
        return new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
    }

    /** Everything that can be found, without what the agencies must differ in. */
    private static Map<String, String> state(Agency agency) {
        List<Map<String, Object>> items =
                agency.clerk()
                        .queryParam("limit", 200)
                        .get("/v1/search")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");
        Map<String, String> state = new TreeMap<>();
        for (Map<String, Object> item : items) {
            if (!"Hết".equals(item.get("title"))) {
                state.put(
                        item.get("kind") + " " + item.get("title"),
                        item.get("kind")
                                + " "
                                + item.get("version")
                                + " "
                                + item.get("number")
                                + " "
                                + item.get("date")
                                + " "
                                + item.get("endDate"));
            }
        }
        return state;
    }
}
