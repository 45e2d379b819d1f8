package vn.hue.earchive.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads what a demonstration needs, through the public API as its users would: agencies and the
 * sample retention schedule by the operator, a dossier list drafted, reviewed, approved and issued
 * by the people of each demo ward. What is there already is left alone.
 */
public final class DemoData {

    /** The password of every user in deploy/keycloak/demo/earchive-realm.json. */
    public static final String PASSWORD = "Hue-demo-2026";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITY = "H57";
    private static final ZoneId HUE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Path folder;
    private final DemoApi api;

    public DemoData(Path root, String gateway, String keycloak) {
        this.folder = root.resolve("deploy/local/demo");
        this.api = new DemoApi(gateway, keycloak);
    }

    public void load(Progress progress) throws IOException, InterruptedException {
        String operator = api.token("operator.hue");
        int agencies = agencies(operator);
        progress.say("[  demo ] agencies           " + agencies + " entered (provisional codes)");
        progress.say(
                "[  demo ] retention schedule "
                        + (schedule(operator) ? "imported (SAMPLE)" : "already there"));
        for (String ward : List.of("ancuu", "vyda")) {
            progress.say(
                    "[  demo ] dossier list       "
                            + (dossierList(ward) ? "issued for " : "already there for ")
                            + ward);
        }
    }

    private int agencies(String operator) throws IOException, InterruptedException {
        Set<String> known = new HashSet<>();
        for (JsonNode agency : api.get("/v1/agencies?limit=200", operator).path("items")) {
            known.add(agency.path("id").asText());
        }
        int entered = 0;
        String city = "";
        for (String[] row : rows("agencies.csv", ",")) {
            String id = row[0];
            String code = row[1];
            if (code.equals(CITY)) {
                city = id;
            }
            if (known.contains(id)) {
                continue;
            }
            ObjectNode agency =
                    JSON.createObjectNode()
                            .put("code", code)
                            .put("name", row[2])
                            .put("provisional", true)
                            .put("validFrom", "2025-07-01");
            if (!code.equals(CITY)) {
                agency.put("parentId", city);
            }
            api.send(
                    "PUT",
                    "/v1/agencies/" + id,
                    operator,
                    "application/json",
                    JSON.writeValueAsBytes(agency),
                    "");
            entered++;
        }
        return entered;
    }

    private boolean schedule(String operator) throws IOException, InterruptedException {
        if (!api.get("/v1/retention-rules?limit=1", operator).path("items").isEmpty()) {
            return false;
        }
        String title =
                URLEncoder.encode("SAMPLE: bảng thời hạn bảo quản mẫu", StandardCharsets.UTF_8);
        api.send(
                "POST",
                "/v1/retention-schedules?title=" + title,
                operator,
                "text/csv",
                Files.readAllBytes(folder.resolve("retention-schedule-sample.csv")),
                "demo-retention-schedule");
        return true;
    }

    /** Each step by the person whose it is; one that was interrupted goes on where it stopped. */
    private boolean dossierList(String ward) throws IOException, InterruptedException {
        String archivist = api.token("archivist." + ward);
        int year = LocalDate.now(HUE).getYear();
        JsonNode list = listOf(year, archivist);
        if (list.path("state").asText().equals("IN_USE")) {
            return false;
        }
        if (list.isMissingNode()) {
            draft(year, api.token("head." + ward));
            list = listOf(year, archivist);
        }
        for (String step : List.of("DRAFT review", "REVIEWED approval", "APPROVED issue")) {
            String[] fromAndTo = step.split(" ");
            if (!list.path("state").asText().equals(fromAndTo[0])) {
                continue;
            }
            api.move(
                    "/v1/dossier-lists/" + list.path("id").asText() + "/" + fromAndTo[1],
                    fromAndTo[1].equals("approval") ? api.token("leader." + ward) : archivist,
                    list.path("version").asLong(),
                    "demo-dossier-list-" + fromAndTo[1] + "-" + year);
            list = listOf(year, archivist);
        }
        return true;
    }

    private JsonNode listOf(int year, String token) throws IOException, InterruptedException {
        for (JsonNode list : api.get("/v1/dossier-lists?limit=200", token).path("items")) {
            if (list.path("year").asInt() == year) {
                return list;
            }
        }
        return JSON.missingNode();
    }

    private void draft(int year, String head) throws IOException, InterruptedException {
        ObjectNode list = JSON.createObjectNode().put("year", year);
        ArrayNode items = list.putArray("items");
        for (String[] row : rows("dossier-list.csv", ";")) {
            items.addObject()
                    .put("notation", row[0])
                    .put("title", row[1])
                    .put("retentionRuleCode", row[2])
                    .put("maker", row[3]);
        }
        api.send(
                "POST",
                "/v1/dossier-lists",
                head,
                "application/json",
                JSON.writeValueAsBytes(list),
                "demo-dossier-list-" + year);
    }

    private List<String[]> rows(String file, String separator) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(separator))
                .toList();
    }
}
