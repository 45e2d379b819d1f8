package vn.hue.earchive.bench.rot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers.User;
import vn.hue.earchive.bench.suite.Sha256;

/** What the archive says of its copies, through its API. */
final class Findings {

    private final Api api;
    private final User operator;
    private final Set<String> before = new HashSet<>();

    Findings(Api api, User operator) {
        this.api = api;
        this.operator = operator;
    }

    /** A finding of the fixity check. */
    record Finding(String id, String line, String state) {

        private static Finding of(JsonNode item) {
            return new Finding(
                    item.path("id").asText(),
                    Findings.line(
                            item.path("kind").asText(),
                            item.path("store").asText(),
                            root(item.path("objectId").asText()),
                            item.path("path").asText()),
                    item.path("state").asText());
        }
    }

    static String line(String kind, String store, String root, String path) {
        return kind + " " + store + " " + root + (path.isEmpty() ? "" : "/" + path);
    }

    /** Where an object lies: layout 0004 of OCFL, three folders of three digits of its digest. */
    private static String root(String objectId) {
        String digest = Sha256.of(objectId.getBytes(StandardCharsets.UTF_8));
        return "%s/%s/%s/%s"
                .formatted(
                        digest.substring(0, 3),
                        digest.substring(3, 6),
                        digest.substring(6, 9),
                        digest);
    }

    /** What is known already does not count. */
    void begin() throws IOException, InterruptedException {
        since().forEach(each -> before.add(each.id()));
    }

    /** The findings since {@link #begin}. */
    List<Finding> since() throws IOException, InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (JsonNode item : all("/v1/fixity-findings")) {
            Finding finding = Finding.of(item);
            if (!before.contains(finding.id())) {
                found.add(finding);
            }
        }
        return found;
    }

    /** The differences of a comparison, as lines. */
    List<String> differences(String comparison, String store)
            throws IOException, InterruptedException {
        return all("/v1/store-comparisons/" + comparison + "/differences").stream()
                .map(item ->
                        line(item.path("kind").asText(), store, item.path("place").asText(), ""))
                .toList();
    }

    /** Copies that no store can mend. */
    long unrepairable() throws IOException, InterruptedException {
        return api.get(operator, "/v1/fixity").body().at("/unsettled/unrepairable").asLong();
    }

    private List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(operator, path + "?limit=200" + cursor).body();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
