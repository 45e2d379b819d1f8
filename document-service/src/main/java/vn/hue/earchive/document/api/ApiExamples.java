package vn.hue.earchive.document.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts the examples of {@code openapi-examples.json} (operationId → request and response) and the
 * form of a refusal into the API document, so that the resources stay readable.
 */
public final class ApiExamples implements OASFilter {

    private static final String PROBLEM = "application/problem+json";

    private final Map<String, Map<String, Object>> examples = read();

    private static Map<String, Map<String, Object>> read() {
        try (InputStream in = ApiExamples.class.getResourceAsStream("/openapi-examples.json")) {
            return in == null
                    ? Map.of()
                    : new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(this::complete);
        }
    }

    private void complete(Operation operation) {
        Map<String, Object> example = examples.get(operation.getOperationId());
        if (example == null) {
            return;
        }
        if (operation.getRequestBody() != null) {
            put(operation.getRequestBody().getContent(), example.get("request"));
        }
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .filter(response -> response.getContent() != null)
                .forEach(response -> put(response.getContent(), example.get("response")));
        operation.getResponses().addAPIResponse("default", refusal());
    }

    private static void put(@Nullable Content content, @Nullable Object example) {
        if (content != null && example != null) {
            content.getMediaTypes().values().forEach(type -> type.setExample(example));
        }
    }

    private static APIResponse refusal() {
        Schema schema =
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("RFC 9457, with code, violations, traceId and nextStep.");
        // Sorted, so that the committed document does not change from build to build.
        Map<String, Object> example = new TreeMap<>();
        example.putAll(
                Map.of(
                        "type", "urn:earchive:problem:dossier-state-forbids",
                        "title", "Trạng thái hồ sơ không cho phép",
                        "status", 409,
                        "detail",
                                "Hồ sơ H57.21.2026.01-VP đang ở trạng thái CLOSED, không thể thực"
                                        + " hiện FILE.",
                        "code", "DOSSIER_STATE_FORBIDS",
                        "traceId", "4bf92f3577b34da6a3ce929d0e0e4736",
                        "retryable", false,
                        "nextStep", "Xem allowedActions của hồ sơ để biết việc làm được lúc này."));
        return OASFactory.createAPIResponse()
                .description("Refused or failed: a problem that says what to do next")
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        PROBLEM,
                                        OASFactory.createMediaType()
                                                .schema(schema)
                                                .example(example)));
    }
}
