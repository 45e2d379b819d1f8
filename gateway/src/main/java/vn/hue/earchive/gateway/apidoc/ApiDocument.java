package vn.hue.earchive.gateway.apidoc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.routing.ServiceRoutes;

/**
 * {@code GET /openapi} (also {@code .json}, {@code .yaml}): the interface of the whole suite. Read
 * from the services at most every {@link #FRESH}. A service that does not answer keeps the part it
 * had; one that has never answered is named in {@code x-unavailable-services}, and is asked again
 * soon.
 */
@ApplicationScoped
class ApiDocument {

    static final Duration FRESH = Duration.ofSeconds(60);
    static final Duration FRESH_WHEN_INCOMPLETE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ApiDocument.class);
    private static final long TIMEOUT_MILLIS = 3_000;

    private final ServiceRoutes services;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml =
            new YAMLMapper(
                    com.fasterxml.jackson.dataformat.yaml.YAMLFactory.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .build());
    private final ConcurrentSkipListMap<String, JsonNode> parts = new ConcurrentSkipListMap<>();
    private volatile @Nullable Edition current;

    ApiDocument(ServiceRoutes services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    void publish(@Observes Router router) {
        router.get("/openapi").order(0).handler(context -> answer(context, wantsYaml(context)));
        router.get("/openapi.json").order(0).handler(context -> answer(context, false));
        router.get("/openapi.yaml").order(0).handler(context -> answer(context, true));
    }

    private void answer(RoutingContext context, boolean asYaml) {
        Edition known = current;
        if (known != null && known.isFresh(clock.instant())) {
            send(context, known, asYaml);
        } else {
            edit().onSuccess(edition -> send(context, edition, asYaml)).onFailure(context::fail);
        }
    }

    private static void send(RoutingContext context, Edition edition, boolean asYaml) {
        context.response()
                .putHeader(
                        HttpHeaders.CONTENT_TYPE,
                        asYaml
                                ? "application/yaml;charset=UTF-8"
                                : "application/json;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept");
        context.end(asYaml ? edition.yaml() : edition.json());
    }

    private Future<Edition> edit() {
        List<Future<?>> asked = new ArrayList<>();
        for (String service : services.names()) {
            asked.add(
                    services.get(service, "/q/openapi?format=json", TIMEOUT_MILLIS)
                            .onSuccess(body -> keep(service, body))
                            .onFailure(failure ->
                                    LOG.debugf(
                                            "No API document: service=%s cause=%s",
                                            service, failure)));
        }
        return Future.join(asked).transform(ignored -> compose());
    }

    private void keep(String service, Buffer body) {
        try {
            parts.put(service, json.readTree(body.getBytes()));
        } catch (IOException e) {
            LOG.warnf("API document cannot be read: service=%s cause=%s", service, e.getMessage());
        }
    }

    private Future<Edition> compose() {
        SortedMap<String, JsonNode> documents = new TreeMap<>(parts);
        ObjectNode frame = json.createObjectNode().put("openapi", "3.1.0");
        frame.putObject("info")
                .put("title", "Hue electronic archive")
                .put("summary", "Lưu trữ điện tử thành phố Huế")
                .put(
                        "description",
                        "Every operation of the suite behind one gateway. Errors are RFC 9457 problems in"
                                + " Vietnamese (default) or English (`Accept-Language: en`).")
                .put("version", "v1")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        List<String> missing =
                services.names().stream()
                        .filter(service -> !documents.containsKey(service))
                        .toList();
        if (!missing.isEmpty()) {
            ArrayNode names = frame.putArray("x-unavailable-services");
            missing.forEach(names::add);
        }
        ObjectNode merged = new OpenApiMerge(documents, services::owns).into(frame);
        try {
            Edition edition =
                    new Edition(
                            Buffer.buffer(json.writeValueAsBytes(merged)),
                            Buffer.buffer(yaml.writeValueAsBytes(merged)),
                            clock.instant()
                                    .plus(missing.isEmpty() ? FRESH : FRESH_WHEN_INCOMPLETE));
            current = edition;
            return Future.succeededFuture(edition);
        } catch (JsonProcessingException e) {
            return Future.failedFuture(e);
        }
    }

    private static boolean wantsYaml(RoutingContext context) {
        String format = context.request().getParam("format");
        if (format != null) {
            return format.equalsIgnoreCase("yaml");
        }
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("yaml");
    }

    private record Edition(Buffer json, Buffer yaml, Instant freshUntil) {
        boolean isFresh(Instant now) {
            return now.isBefore(freshUntil);
        }
    }
}
