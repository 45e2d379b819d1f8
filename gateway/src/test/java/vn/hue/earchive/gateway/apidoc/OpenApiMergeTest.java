package vn.hue.earchive.gateway.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DOCUMENT =
            """
            {"paths": {"/v1/a": {"get": {"security": [{"x": ["y"]}], "responses": {"200": {"content": {
                 "application/json": {"schema": {"$ref": "#/components/schemas/List"}}}}}},
               "post": {"security": [], "responses": {}}},
               "/q/health": {"get": {}}},
             "components": {"schemas": {
               "Problem": {"type": "object"},
               "View": {"type": "object", "properties": {"one": {"type": "string"}}},
               "List": {"type": "array", "items": {"$ref": "#/components/schemas/View"}},
               "Only": {"type": "string"}},
               "securitySchemes": {"x": {"type": "http"}}},
             "tags": [{"name": "t"}]}
            """;

    private static final String ARCHIVE =
            """
            {"paths": {"/v1/b": {"get": {"responses": {"200": {"content": {
                 "application/json": {"schema": {"$ref": "#/components/schemas/List"}}}}}}}},
             "components": {"schemas": {
               "Problem": {"type": "object"},
               "View": {"type": "object", "properties": {"two": {"type": "string"}}},
               "List": {"type": "array", "items": {"$ref": "#/components/schemas/View"}}}},
             "tags": [{"name": "t"}]}
            """;

    @Test
    void sharesWhatIsTheSame() throws JsonProcessingException {
        JsonNode merged = merge(Map.of("document", DOCUMENT, "archive", ARCHIVE));
        assertThat(merged.at("/components/schemas/Problem").isObject()).isTrue();
        assertThat(merged.at("/components/schemas/DocumentProblem").isMissingNode()).isTrue();
        assertThat(merged.at("/components/schemas/Only").isObject()).isTrue();
        assertThat(merged.at("/tags")).hasSize(1);
    }

    /** Red when clashes are not followed through references: both lists look the same. */
    @Test
    void keepsApartWhatMeansDifferentThingsAlsoThroughReferences() throws JsonProcessingException {
        JsonNode merged = merge(Map.of("document", DOCUMENT, "archive", ARCHIVE));
        JsonNode schemas = merged.at("/components/schemas");
        assertThat(schemas.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "Problem",
                        "Only",
                        "DocumentView",
                        "ArchiveView",
                        "DocumentList",
                        "ArchiveList");
        assertThat(schemas.at("/ArchiveList/items/$ref").asText())
                .isEqualTo("#/components/schemas/ArchiveView");
        assertThat(
                        merged.at(
                                        "/paths/~1v1~1a/get/responses/200/content/application~1json/schema/$ref")
                                .asText())
                .isEqualTo("#/components/schemas/DocumentList");
    }

    @Test
    void leavesOutWhatTheGatewayDoesNotCarry() throws JsonProcessingException {
        assertThat(merge(Map.of("document", DOCUMENT)).path("paths").fieldNames())
                .toIterable()
                .containsExactly("/v1/a");
    }

    @Test
    void hasOneSecuritySchemeAndKeepsPublicOperationsPublic() throws JsonProcessingException {
        JsonNode merged = merge(Map.of("document", DOCUMENT));
        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("token");
        assertThat(merged.at("/paths/~1v1~1a/get/security").isMissingNode()).isTrue();
        assertThat(merged.at("/paths/~1v1~1a/post/security").isArray()).isTrue();
        assertThat(merged.at("/security/0/token").isArray()).isTrue();
    }

    private static JsonNode merge(Map<String, String> documents) throws JsonProcessingException {
        TreeMap<String, JsonNode> parsed = new TreeMap<>();
        for (Map.Entry<String, String> document : documents.entrySet()) {
            parsed.put(document.getKey(), JSON.readTree(document.getValue()));
        }
        ObjectNode frame = JSON.createObjectNode().put("openapi", "3.1.0");
        return new OpenApiMerge(parsed, (service, path) -> path.startsWith("/v1/")).into(frame);
    }
}
