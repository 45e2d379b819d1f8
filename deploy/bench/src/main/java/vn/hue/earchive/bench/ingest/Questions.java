package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/** What the bench asks the suite besides the journey. */
final class Questions {

    private static final int LARGEST_PAGE = 200;

    private final Api api;
    private final DemoUsers users;

    Questions(Api api, DemoUsers users) {
        this.api = api;
        this.users = users;
    }

    /** The newest holdings that have their copies, by id. */
    Map<String, JsonNode> replicated(int newest) throws IOException, InterruptedException {
        return items(
                api.get(users.archivist(), "/v1/holdings?state=REPLICATED&limit=" + newest).body());
    }

    /** Entries of these kinds that contain the word, by id; one page. */
    Map<String, JsonNode> found(String kinds, String word)
            throws IOException, InterruptedException {
        return items(hits(kinds, word));
    }

    /** How many entries of these kinds contain the word; not deduplicated. */
    int count(String kinds, String word) throws IOException, InterruptedException {
        return hits(kinds, word).path("items").size();
    }

    /**
     * Code of a rule of the current retention schedule: of a period of years, as most dossiers
     * have.
     */
    String anyRetentionRule() throws IOException, InterruptedException {
        for (JsonNode rule :
                api.get(users.specialist(), "/v1/retention-rules").body().path("items")) {
            if (rule.path("periodKind").asText().equals("YEARS")) {
                return rule.path("code").asText();
            }
        }
        throw new SuiteUnavailable(
                "The suite has no retention schedule. deploy/up loads the demo data.");
    }

    String submission(String id) throws IOException, InterruptedException {
        return api.get(users.specialist(), "/v1/submissions/" + id).body().toString();
    }

    String digestFromHolding(String holdingId, String fileId)
            throws IOException, InterruptedException {
        return api.download(
                users.archivist(), "/v1/holdings/" + holdingId + "/files/" + fileId + "/content");
    }

    private JsonNode hits(String kinds, String word) throws IOException, InterruptedException {
        return api.get(
                        users.specialist(),
                        "/v1/search?q=" + word + "&kind=" + kinds + "&limit=" + LARGEST_PAGE)
                .body();
    }

    private static Map<String, JsonNode> items(JsonNode page) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        page.path("items").forEach(item -> items.put(item.path("id").asText(), item));
        return items;
    }
}
