package vn.hue.earchive.document.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.outbox.Outbox;

/** The change feed through its interface. */
@QuarkusTest
class ChangesTest {

    @Inject Outbox outbox;

    private static JsonPath read(TestAgency agency, @Nullable String cursor) {
        var request = agency.as("integration");
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void tellsIdsInTheOrderInWhichThingsHappenedAndOnlyToTheirAgency() {
        TestAgency agency = TestAgency.fresh();
        String document = Work.register(agency);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);

        JsonPath first = read(agency, null);

        assertThat(first.getList("items.type", String.class))
                .containsExactly(
                        "document.registered.v1", "dossier.opened.v1", "dossier.document-filed.v1");
        assertThat(first.getList("items.sequence", Long.class)).containsExactly(1L, 2L, 3L);
        assertThat(first.getString("items[0].resource.kind")).isEqualTo("document");
        assertThat(first.getString("items[0].resource.id")).isEqualTo(document);
        assertThat(first.getMap("items[0]").keySet())
                .containsExactlyInAnyOrder(
                        "id", "sequence", "type", "resource", "version", "occurredAt");
        assertThat(first.getBoolean("more")).isFalse();
        String next = first.getString("next");
        assertThat(read(agency, next).getList("items")).isEmpty();
        assertThat(read(agency, next).getString("next")).isEqualTo(next);
        Work.register(agency);
        assertThat(read(agency, next).getList("items.sequence", Long.class)).containsExactly(4L);
        read(TestAgency.fresh(), next);
        agency.as("integration")
                .queryParam("limit", 2)
                .get("/v1/changes")
                .then()
                .body("items.size()", equalTo(2))
                .body("more", equalTo(true));
        Problems.expect(
                agency.as("integration").queryParam("cursor", "x").get("/v1/changes").then(),
                400,
                "INVALID_CURSOR");
        TestAgency.fresh()
                .as("integration")
                .queryParam("cursor", next)
                .get("/v1/changes")
                .then()
                .body("items", empty());
    }

    /**
     * One transaction takes its place first and commits last. Red when readers go by the place of
     * insertion: the late one lies behind the reader for ever.
     */
    @Test
    void aChangeThatCommitsLateIsNotPassedOver() throws Exception {
        TestAgency agency = TestAgency.fresh();
        String start = read(agency, null).getString("next");
        UUID late = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow =
                    other.submit(() ->
                            JobScope.transaction(
                                    "test",
                                    () -> {
                                        add(agency, late);
                                        written.countDown();
                                        await(commit);
                                        return true;
                                    }));
            await(written);
            JobScope.transaction(
                    "test",
                    () -> {
                        add(agency, quick);
                        return true;
                    });
            JsonPath before = read(agency, start);
            assertThat(before.getList("items.resource.id", String.class))
                    .containsExactly(quick.toString());
            commit.countDown();
            slow.get();

            JsonPath after = read(agency, before.getString("next"));

            assertThat(after.getList("items.resource.id", String.class))
                    .containsExactly(late.toString());
        }
    }

    private void add(TestAgency agency, UUID document) {
        outbox.add(
                "document.events",
                document,
                1,
                """
                {"specversion":"1.0","id":"%s","source":"/test","type":"document.registered.v1","subject":"%s",\
                "time":"2026-11-22T02:00:00Z","agencyid":"%s","aggregateversion":1,"data":{}}\
                """
                        .formatted(UUID.randomUUID(), document, agency.id()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Eight clerks register while two readers follow. Red when a change is passed over, told twice,
     * or when two readers see it under different numbers.
     */
    @Test
    void readersWhoFollowWhileOthersWriteMissNothing() throws Exception {
        TestAgency agency = TestAgency.fresh();
        int each = 15;
        Set<String> registered = new TreeSet<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> clerks =
                    IntStream.range(0, 8)
                            .mapToObj(i ->
                                    people.submit(() ->
                                            IntStream.range(0, each)
                                                    .mapToObj(n ->
                                                            Work.register(
                                                                    agency, Work.registration()))
                                                    .toList()))
                            .toList();
            List<Future<List<String>>> readers =
                    IntStream.range(0, 2)
                            .mapToObj(i -> people.submit(() -> follow(agency, 8 * each)))
                            .toList();
            for (Future<List<String>> clerk : clerks) {
                registered.addAll(clerk.get());
            }
            List<String> first = readers.getFirst().get();
            assertThat(readers.getLast().get()).isEqualTo(first);
            assertThat(new TreeSet<>(first)).isEqualTo(registered);
            assertThat(first).doesNotHaveDuplicates();
        }
        assertThat(read(agency, null).getList("items.sequence", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    private static List<String> follow(TestAgency agency, int until) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        while (seen.size() < until) {
            JsonPath page = read(agency, cursor);
            seen.addAll(page.getList("items.resource.id", String.class));
            cursor = page.getString("next");
        }
        return seen;
    }
}
