package vn.hue.earchive.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.OpenSearchClient;
import vn.hue.earchive.search.testing.SearchComponents;

/**
 * An index is made once, by whoever comes first, and made anew under another generation after it
 * was deleted. Red when a write makes an index by itself, when two instances make two generations,
 * or when the mapping takes fields that it does not know.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class IndexLifeTest {

    @Inject OpenSearchClient client;
    @Inject EngineConfig config;

    private final String name = "agencies";

    @Test
    void isMadeOnceByManyInstances() throws ExecutionException, InterruptedException {
        EngineConfig place = somewhereElse();
        List<Future<String>> asked = new ArrayList<>();
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                asked.add(instances.submit(() -> index(place).generation()));
            }
        }

        String first = asked.getFirst().get();
        for (Future<String> generation : asked) {
            assertThat(generation.get()).isEqualTo(first);
        }
    }

    @Test
    void isAnotherGenerationAfterItWasDeleted() throws IOException {
        VersionedIndex<AgencyEntry> index = index(somewhereElse());
        String before = index.generation();
        assertThat(index.exists()).isTrue();

        client.indices().delete(d -> d.index(index.alias() + "-v1"));

        assertThat(index.exists()).isFalse();
        assertThat(index.generation()).isNotEqualTo(before);
        assertThat(index.exists()).isTrue();
    }

    /** Red when an update of the service needs a hand on the engine, or takes the index away. */
    @Test
    void leavesTheIndexOfAnOlderReleaseToIt() throws IOException {
        EngineConfig place = somewhereElse();
        String older = place.indexPrefix() + "entries-v1";
        client.indices()
                .create(c ->
                        c.index(older)
                                .aliases(place.indexPrefix() + "entries", a -> a)
                                .mappings(m ->
                                        m.meta("version", JsonData.of(1))
                                                .meta("generation", JsonData.of("old"))));

        EntryIndex entries = new EntryIndex(client, place);

        assertThat(entries.generation()).isNotEqualTo("old");
        assertThat(entries.exists()).isTrue();
        assertThat(client.indices().exists(e -> e.index(older)).value()).isTrue();
    }

    @Test
    void refusesToWriteWhereNoIndexIs() throws IOException {
        VersionedIndex<AgencyEntry> index = index(somewhereElse());
        AgencyEntry agency =
                new AgencyEntry(1, UUID.randomUUID(), new AgencyEntry.Names("H57", "Huế"));

        assertThatThrownBy(() -> index.write(List.of(agency)))
                .isInstanceOf(EngineUnavailable.class);

        assertThat(client.indices().exists(e -> e.index(index.alias())).value()).isFalse();
    }

    @Test
    void refusesOnlyTheItemThatItCannotTake() {
        VersionedIndex<Map<String, Object>> index =
                new VersionedIndex<>(
                        client,
                        somewhereElse(),
                        name,
                        1,
                        m -> String.valueOf(m.get("agencyId")),
                        m -> 1);
        index.generation();

        WriteReport report =
                index.write(
                        List.of(
                                Map.of("agencyId", "good"),
                                Map.of("agencyId", "bad", "unknownField", "x")));

        assertThat(report.refusals()).extracting(WriteReport.Refusal::id).containsExactly("bad");
        assertThat(report.refusals().getFirst().reason())
                .startsWith("ENGINE_REFUSED")
                .contains("strict_dynamic_mapping_exception");
    }

    @Test
    void keepsTheNewerVersionAndCallsTheOlderOneDone() throws IOException {
        EngineConfig place = somewhereElse();
        VersionedIndex<AgencyEntry> index = index(place);
        index.generation();
        UUID id = UUID.randomUUID();
        AgencyEntry newer = new AgencyEntry(3, id, new AgencyEntry.Names("H57.21", "Mới"));
        AgencyEntry older = new AgencyEntry(2, id, new AgencyEntry.Names("H57.21", "Cũ"));

        assertThat(index.write(List.of(newer)).refusals()).isEmpty();
        assertThat(index.write(List.of(older)).refusals()).isEmpty();
        assertThat(index.write(List.of(newer)).refusals()).isEmpty();

        assertThat(new AgencyIndex(client, place).find(id)).contains(newer.shown());
    }

    private VersionedIndex<AgencyEntry> index(EngineConfig place) {
        return new VersionedIndex<>(
                client, place, name, 1, a -> a.agencyId().toString(), AgencyEntry::version);
    }

    /** The configured engine under an index prefix of its own. */
    private EngineConfig somewhereElse() {
        String prefix = config.indexPrefix() + UUID.randomUUID().toString().substring(0, 8) + "-";
        return (EngineConfig)
                java.lang.reflect.Proxy.newProxyInstance(
                        EngineConfig.class.getClassLoader(),
                        new Class<?>[] {EngineConfig.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("indexPrefix")
                                        ? prefix
                                        : method.invoke(config, arguments));
    }
}
