package vn.hue.earchive.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API document as integrators get it. */
@QuarkusTest
class OpenApiTest {

    @Inject ObjectMapper json;

    /** Red when a new operation comes without an example. */
    @Test
    void everyOperationHasAnExampleAndSaysHowItRefuses() throws Exception {
        JsonNode api =
                json.readTree(given().accept("application/json").get("/q/openapi").asString());
        List<String> lacking = new ArrayList<>();
        int operations = 0;
        for (JsonNode path : api.get("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                if (operation.path("responses").isMissingNode() || isKit(operation)) {
                    continue;
                }
                operations++;
                boolean content =
                        Set.of(
                                        "downloadDocumentFile",
                                        "downloadMediaFile",
                                        "downloadArrivalMessage",
                                        "downloadArrivalFile",
                                        "removeMediaItem")
                                .contains(id);
                if (!content && !hasExample(operation.get("responses"))) {
                    lacking.add(id + " response");
                }
                if (operation.path("responses").path("default").isMissingNode()) {
                    lacking.add(id + " problem");
                }
                JsonNode body = operation.path("requestBody").path("content");
                boolean free =
                        Set.of("uploadFile", "receiveEdxmlMessage", "receiveEmail").contains(id);
                if (!body.isMissingNode() && !free && body.findValue("example") == null) {
                    lacking.add(id + " request");
                }
            }
        }
        assertThat(lacking).isEmpty();
        assertThat(operations).isGreaterThanOrEqualTo(32);
        assertThat(api.path("openapi").asText()).startsWith("3.1");
    }

    private static boolean isKit(JsonNode operation) {
        return operation.path("tags").toString().contains("peration");
    }

    private static boolean hasExample(JsonNode responses) {
        for (String status : List.of("200", "201", "202")) {
            JsonNode response = responses.path(status);
            if (response.findValue("example") != null) {
                return true;
            }
        }
        return false;
    }
}
