package vn.hue.earchive.archive.stores;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.fixity.Papers;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.store.StoreCapabilities;
import vn.hue.earchive.archive.store.StoreVandal;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;

/** The stores as a whole: compared with what the archive answers for, exchanged, tried out. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class StoresTest {

    private static final Duration SOON = Duration.ofMinutes(3);

    @Inject Papers papers;
    @Inject Config config;

    private final UUID agency = Ids.next();

    @SuppressWarnings("NullAway.Init") // before each test
    private StoreVandal primary;

    @SuppressWarnings("NullAway.Init") // before each test
    private StoreVandal replica;

    @BeforeEach
    void stores() {
        primary = StoreVandal.at("primary", config);
        replica = StoreVandal.at("replica", config);
    }

    /**
     * Red when an empty store is taken for a damaged one (a finding per object), when its copies
     * are not made again, or when what is written meanwhile is lost.
     */
    @Test
    void fillsAStoreAgainThatWasExchangedForAnEmptyOneWhileServing() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(papers.written(agency));
        }
        replica.keys("").forEach(replica::delete);
        ids.add(papers.written(agency));

        await().atMost(SOON)
                .untilAsserted(() ->
                        ids.forEach(
                                id -> assertThat(replica.files(id)).isEqualTo(primary.files(id))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        papers.ask(
                                                "SELECT state FROM object_copy WHERE agency_id = ?",
                                                agency))
                                .hasSize(12)
                                .containsOnly("GOOD"));
        assertThat(papers.ask("SELECT id::text FROM fixity_finding WHERE agency_id = ?", agency))
                .isEmpty();
        assertThat(replica.keys("0=ocfl_1.1")).hasSize(1);
        given().auth()
                .oauth2(operator())
                .get("/v1/archive-stores")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("primary", "replica")))
                .body("items.capabilities.conditionalPut", equalTo(List.of(true, true)))
                .body("items.capabilities.objectLock", equalTo(List.of(false, false)))
                .body("items[1].lostAt", org.hamcrest.Matchers.notNullValue());
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().get("/q/health/well")
                                .then()
                                .body("checks.name", hasItem("archive stores")));
    }

    /** Red when a name that was lost alone makes every copy be made again. */
    @Test
    void namesAStoreAgainThatHasLostItsNameOnly() {
        String id = papers.written(agency);
        String name = "store-identity.txt";
        String before = new String(primary.bytes(name), java.nio.charset.StandardCharsets.UTF_8);
        primary.delete(name);

        await().atMost(SOON)
                .until(() ->
                        !papers.ask("SELECT identity FROM archive_store WHERE name = 'primary'")
                                .contains(before.strip()));

        assertThat(primary.keys(name)).hasSize(1);
        assertThat(papers.ask("SELECT id::text FROM store_loss WHERE store = 'primary'")).isEmpty();
        assertThat(papers.ask("SELECT state FROM object_copy WHERE object_id = ?", id))
                .containsOnly("GOOD");
    }

    /**
     * Red when something is overlooked, when what is kept is called a stranger, when what a writer
     * is at work on is reported, or when what is missing or changed is not repaired.
     */
    @Test
    void tellsWhatIsMissingChangedOrUntrackedInAStore() {
        String good = papers.written(agency);
        String gone = papers.written(agency);
        String cut = papers.written(agency);
        String stranger = "urn:earchive:test:" + UUID.randomUUID();
        papers.write(stranger, 1, "nobody noted me");
        papers.change("UPDATE object_copy SET next_at = now() WHERE agency_id = ?", agency);
        await().atMost(SOON)
                .until(() ->
                        papers.ask(
                                                "SELECT object_id FROM kept_object WHERE agency_id = ?"
                                                        + " AND listing IS NOT NULL",
                                                agency)
                                        .size()
                                == 3);
        Map<String, String> before = replica.files(gone);
        before.keySet().forEach(path -> replica.delete(StoreVandal.root(gone) + path));
        replica.truncate(StoreVandal.root(cut) + "inventory.json");
        String loose = StoreVandal.root(good).substring(0, 4) + "loose.txt";
        replica.put(loose, new byte[] {1, 2, 3});

        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(3))
                .untilAsserted(() -> {
                    compared("replica");
                    assertThat(differences())
                            .contains(
                                    "MISSING " + place(gone),
                                    "CHANGED " + place(cut),
                                    "UNTRACKED " + place(stranger),
                                    "UNTRACKED " + loose);
                });

        assertThat(differences())
                .doesNotContain("UNTRACKED " + place(good), "CHANGED " + place(good));
        await().atMost(SOON).untilAsserted(() -> assertThat(replica.files(gone)).isEqualTo(before));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(replica.files(cut)).isEqualTo(primary.files(cut)));
        assertThat(replica.files(stranger)).isNotEmpty();
    }

    /** Red when production begins on a store where two writers overwrite each other. */
    @Test
    void refusesAStoreWithoutConditionalPut() {
        StoresWorker.require("primary", new StoreCapabilities(true, false, false));

        assertThatThrownBy(() ->
                        StoresWorker.require("replica", new StoreCapabilities(false, true, true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("replica");
    }

    private final List<String> all = new ArrayList<>();

    /** Differences of a new comparison, to its end; those of earlier ones are kept aside. */
    private List<String> compared(String store) {
        String location =
                given().auth()
                        .oauth2(operator())
                        .contentType("application/json")
                        .body("{\"store\":\"" + store + "\"}")
                        .post("/v1/store-comparisons")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(operator())
                                .get(location)
                                .then()
                                .body("state", equalTo("DONE"))
                                .body("percent", equalTo(100)));
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            var page =
                    given().auth()
                            .oauth2(operator())
                            .get(location + "/differences?limit=2" + next)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            for (int at = 0; at < page.getList("items").size(); at++) {
                found.add(
                        page.getString("items[" + at + "].kind")
                                + " "
                                + page.getString("items[" + at + "].place"));
            }
            String cursor = page.getString("next");
            next = cursor == null ? "" : "&cursor=" + cursor;
        } while (!next.isEmpty());
        all.addAll(found);
        return found;
    }

    private List<String> differences() {
        return all;
    }

    private static String place(String id) {
        String root = StoreVandal.root(id);
        return root.substring(0, root.length() - 1);
    }

    private static String operator() {
        return TestTokens.draft("operator.test", Ids.next(), "H57", "operator").sign();
    }
}
