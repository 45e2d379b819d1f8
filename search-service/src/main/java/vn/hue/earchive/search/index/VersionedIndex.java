package vn.hue.earchive.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import vn.hue.earchive.search.index.WriteReport.Refusal;

/**
 * An index behind an alias, made from the JSON resource {@code index/{name}-v{mapping}.json}. The
 * index is {@code {prefix}{name}-v{mapping}}, the alias {@code {prefix}{name}}, from the second
 * mapping on {@code {prefix}{name}-{mapping}}: instances of two releases run side by side, each on
 * its own, and the newer one is filled from the topics.
 *
 * <p>Each created index gets a generation, a random id that lives and dies with it. Consumers take
 * it into their group, so that an index that was deleted is filled again from the beginning of the
 * topics as soon as it is asked for.
 *
 * @param <T> what is written
 */
final class VersionedIndex<T> {

    private static final Logger LOG = Logger.getLogger(VersionedIndex.class);

    private final OpenSearchClient client;
    private final EngineConfig config;
    private final String name;
    private final int mapping;
    private final Function<T, String> idOf;
    private final ToLongFunction<T> versionOf;

    VersionedIndex(
            OpenSearchClient client,
            EngineConfig config,
            String name,
            int mapping,
            Function<T, String> idOf,
            ToLongFunction<T> versionOf) {
        this.client = client;
        this.config = config;
        this.name = name;
        this.mapping = mapping;
        this.idOf = idOf;
        this.versionOf = versionOf;
    }

    String alias() {
        return config.indexPrefix() + name + (mapping == 1 ? "" : "-" + mapping);
    }

    /**
     * The generation of the index, which is created when it is missing. Several instances may ask
     * at once: one creates, all get the same answer.
     *
     * @throws EngineUnavailable when the engine does not answer
     * @throws IllegalStateException when the index was made by another mapping version
     */
    String generation() {
        Optional<String> existing = readGeneration();
        if (existing.isPresent()) {
            return existing.get();
        }
        create();
        return readGeneration()
                .orElseThrow(() -> new EngineUnavailable("No index behind alias " + alias()));
    }

    /** Whether the index is there to be read and written. */
    boolean exists() {
        return readGeneration().isPresent();
    }

    /**
     * Writes items under their external versions in one request. An older or the same version that
     * meets a newer one is a success: the newer one already says more.
     *
     * @return what the engine will never take
     * @throws EngineUnavailable when the request or any item failed for a reason that passes
     */
    WriteReport write(List<T> items) {
        BulkRequest.Builder bulk = new BulkRequest.Builder().index(alias()).requireAlias(true);
        for (T item : items) {
            bulk.operations(operation ->
                    operation.index(
                            (org.opensearch.client.opensearch.core.bulk.IndexOperation.Builder<T>
                                            index) ->
                                    index.id(idOf.apply(item))
                                            .version(versionOf.applyAsLong(item))
                                            .versionType(VersionType.External)
                                            .document(item)));
        }
        return reportOn(send(bulk.build()));
    }

    private BulkResponse send(BulkRequest request) {
        try {
            return client.bulk(request);
        } catch (IOException | OpenSearchException e) {
            throw new EngineUnavailable("Bulk write to " + alias() + " failed", e);
        }
    }

    private WriteReport reportOn(BulkResponse response) {
        List<Refusal> refusals = new ArrayList<>();
        for (BulkResponseItem item : response.items()) {
            int status = item.status();
            if (status < 300 || status == 409) {
                continue;
            }
            String type = item.error() == null ? "unknown" : item.error().type();
            if (status == 404 || status == 429 || status >= 500) {
                throw new EngineUnavailable(
                        "Write to " + alias() + " failed: status=" + status + " type=" + type);
            }
            // The engine's reason quotes values: an operator gets its type only.
            refusals.add(new Refusal(String.valueOf(item.id()), "ENGINE_REFUSED " + type));
        }
        return new WriteReport(refusals);
    }

    private Optional<String> readGeneration() {
        JsonNode answer = call("GET", "/" + alias() + "/_mapping", null, 404);
        if (answer == null || answer.isEmpty()) {
            return Optional.empty();
        }
        JsonNode meta = answer.elements().next().path("mappings").path("_meta");
        int version = meta.path("version").asInt();
        if (version != mapping) {
            throw new IllegalStateException(
                    "Index behind "
                            + alias()
                            + " has mapping version "
                            + version
                            + ", this release needs "
                            + mapping
                            + ": delete it and start again, it is rebuilt from the topics");
        }
        return Optional.of(meta.path("generation").asText());
    }

    private void create() {
        ObjectNode definition = definition();
        String index = config.indexPrefix() + name + "-v" + mapping;
        JsonNode made = call("PUT", "/" + index, definition.toString(), 400);
        if (made != null) {
            LOG.infof("Created index=%s alias=%s", index, alias());
        }
    }

    private ObjectNode definition() {
        String resource = "index/" + name + "-v" + mapping + ".json";
        try (InputStream json =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("Resource " + resource + " is missing");
            }
            ObjectNode definition = (ObjectNode) EngineClient.JSON.readTree(json);
            ((ObjectNode) definition.get("settings"))
                    .putObject("index")
                    .put("number_of_shards", config.shards())
                    .put("number_of_replicas", config.replicas())
                    .put("refresh_interval", config.refreshInterval().toMillis() + "ms");
            ((ObjectNode) definition.get("mappings"))
                    .putObject("_meta")
                    .put("version", mapping)
                    .put("generation", UUID.randomUUID().toString());
            definition.putObject("aliases").putObject(alias());
            return definition;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer, or null when it has the expected other status: missing, or already there. */
    private @Nullable JsonNode call(
            String method, String path, @Nullable String body, int otherStatus) {
        Requests.JsonBodyBuilder request = Requests.builder().method(method).endpoint(path);
        try (Response response =
                client.generic()
                        .execute(body == null ? request.build() : request.json(body).build())) {
            String text = response.getBody().map(b -> b.bodyAsString()).orElse("{}");
            if (response.getStatus() < 300) {
                return EngineClient.JSON.readTree(text);
            }
            if (response.getStatus() == 404 && otherStatus == 404) {
                return null;
            }
            if (response.getStatus() == otherStatus
                    && text.contains("resource_already_exists_exception")) {
                return null;
            }
            throw new EngineUnavailable(method + " " + path + " status=" + response.getStatus());
        } catch (IOException e) {
            throw new EngineUnavailable(method + " " + path + " failed", e);
        }
    }
}
