package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classification schemes: headings under headings, several at once, and their versions. */
@QuarkusTest
class SchemeTest {

    private static final String SCHEMES = "/v1/classification-schemes";

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static Map<String, Object> heading(String code, @Nullable String parent) {
        Map<String, Object> heading = new HashMap<>(Map.of("code", code, "title", "Mục " + code));
        if (parent != null) {
            heading.put("parentCode", parent);
        }
        return heading;
    }

    private static Map<String, Object> mapping(String from, @Nullable String to) {
        return to == null ? Map.of("from", from) : Map.of("from", from, "to", to);
    }

    private static ValidatableResponse draft(
            TestAgency agency,
            String key,
            String validFrom,
            List<Map<String, Object>> headings,
            List<Map<String, Object>> mapping) {
        return agency.creating("agency-archivist")
                .body(
                        Map.of(
                                "key", key,
                                "title", "Khung " + key,
                                "validFrom", validFrom,
                                "headings", headings,
                                "mapping", mapping))
                .post(SCHEMES)
                .then();
    }

    private static ValidatableResponse preview(TestAgency agency, String id) {
        return agency.as("leader").get(SCHEMES + "/" + id + "/preview").then().statusCode(200);
    }

    private static ValidatableResponse approve(TestAgency agency, String id, String hash) {
        return agency.creating("leader")
                .header("If-Match", "\"v1\"")
                .body(Map.of("planHash", hash, "reference", "12/QĐ-UBND"))
                .post(SCHEMES + "/" + id + "/approval")
                .then();
    }

    private static String inForce(
            TestAgency agency,
            String key,
            String validFrom,
            List<Map<String, Object>> headings,
            List<Map<String, Object>> mapping) {
        String id =
                draft(agency, key, validFrom, headings, mapping)
                        .statusCode(201)
                        .extract()
                        .path("id");
        approve(agency, id, preview(agency, id).extract().path("planHash")).statusCode(200);
        return id;
    }

    private static String line(TestAgency agency, String list, String notation) {
        return agency.as("specialist")
                .get("/v1/dossier-lists/" + list + "/items")
                .then()
                .extract()
                .path("items.find { it.notation == '" + notation + "' }.id");
    }

    private static ValidatableResponse place(
            TestAgency agency, String list, String notation, String key, @Nullable String code) {
        Map<String, Object> place = new HashMap<>(Map.of("key", key));
        if (code != null) {
            place.put("code", code);
        }
        return agency.as("specialist")
                .contentType("application/json")
                .body(place)
                .put(
                        "/v1/dossier-lists/"
                                + list
                                + "/items/"
                                + line(agency, list, notation)
                                + "/place")
                .then();
    }

    private static ValidatableResponse tree(TestAgency agency, String list, String key) {
        return agency.as("auditor")
                .queryParam("scheme", key)
                .get("/v1/dossier-lists/" + list + "/tree")
                .then()
                .statusCode(200);
    }

    private static String list(TestAgency agency, int year) {
        return Work.draftList(
                agency,
                year,
                Work.line("01-VP", "Hồ sơ công tác văn thư năm " + year, "G12-1.09"),
                Work.line("02-VP", "Hồ sơ hội nghị năm " + year, "G1.02"));
    }

    /** Red when one scheme stands in the way of the other, or headings lose their place. */
    @Test
    void aListIsSortedByUnitAndBySubjectAtOnce() {
        TestAgency agency = TestAgency.fresh();
        inForce(
                agency,
                "UNIT",
                "2026-01-01",
                List.of(heading("VP", null), heading("VP.1", "VP")),
                List.of());
        inForce(agency, "SUBJECT", "2026-01-01", List.of(heading("I", null)), List.of());
        String list = list(agency, 2026);

        place(agency, list, "01-VP", "UNIT", "VP.1").statusCode(200);
        place(agency, list, "01-VP", "SUBJECT", "I").statusCode(200);

        tree(agency, list, "UNIT")
                .body("headings.code", contains("VP"))
                .body("headings[0].lines", empty())
                .body("headings[0].headings[0].code", equalTo("VP.1"))
                .body("headings[0].headings[0].lines.notation", contains("01-VP"))
                .body("unplaced.notation", contains("02-VP"));
        tree(agency, list, "SUBJECT").body("headings[0].lines.notation", contains("01-VP"));
        place(agency, list, "01-VP", "SUBJECT", null)
                .statusCode(200)
                .body("unplaced.notation", contains("01-VP", "02-VP"));
        tree(agency, list, "UNIT")
                .body("headings[0].headings[0].lines.notation", contains("01-VP"));
    }

    /** Red when lines are lost, lists of earlier years change, or nobody looked at the plan. */
    @Test
    void aNewVersionMovesTheLinesAsItsMappingSaysFromItsYearOn() {
        TestAgency agency = TestAgency.fresh();
        inForce(
                agency,
                "UNIT",
                "2025-01-01",
                List.of(heading("HC", null), heading("TH", null)),
                List.of());
        String before = list(agency, 2025);
        String now = list(agency, 2026);
        for (String list : List.of(before, now)) {
            place(agency, list, "01-VP", "UNIT", "HC").statusCode(200);
            place(agency, list, "02-VP", "UNIT", "TH").statusCode(200);
        }
        List<Map<String, Object>> headings = List.of(heading("VP", null), heading("VP.1", "VP"));
        String lacking =
                draft(agency, "UNIT", "2026-01-01", headings, List.of(mapping("HC", "VP.1")))
                        .statusCode(201)
                        .extract()
                        .path("id");
        String hash =
                preview(agency, lacking)
                        .body("placed", equalTo(2))
                        .body("forgotten", contains("TH"))
                        .extract()
                        .path("planHash");
        Problems.expectFinding(approve(agency, lacking, hash), "/mapping", "HEADING_FORGOTTEN");
        String whole =
                draft(
                                agency,
                                "UNIT",
                                "2026-01-01",
                                headings,
                                List.of(mapping("HC", "VP.1"), mapping("TH", null)))
                        .statusCode(201)
                        .extract()
                        .path("id");
        String stale =
                preview(agency, whole)
                        .body("moves[0].from", equalTo("HC"))
                        .body("moves[0].to", equalTo("VP.1"))
                        .body("moves[0].lines", equalTo(1))
                        .body("byHand", contains("02-VP"))
                        .body("forgotten", empty())
                        .extract()
                        .path("planHash");
        place(agency, now, "02-VP", "UNIT", "HC").statusCode(200);
        Problems.expect(approve(agency, whole, stale), 409, "SCHEME_PLAN_CHANGED");

        approve(agency, whole, preview(agency, whole).extract().path("planHash")).statusCode(200);

        tree(agency, now, "UNIT")
                .body("schemeId", equalTo(whole))
                .body("headings[0].headings[0].lines.notation", contains("01-VP", "02-VP"));
        tree(agency, before, "UNIT")
                .body("headings.code", contains("HC", "TH"))
                .body("headings[0].lines.notation", contains("01-VP"));
        agency.as("auditor")
                .queryParam("key", "UNIT")
                .get(SCHEMES)
                .then()
                .body("items.find { it.number == 1 }.validTo", equalTo("2025-12-31"));
        Problems.expectFinding(
                approve(agency, lacking, preview(agency, lacking).extract().path("planHash")),
                "/number",
                "NEWER_VERSION_IN_FORCE");
    }

    /** Red when a list that is copied forward comes without its headings. */
    @Test
    void aListThatIsCopiedForwardKeepsItsPlacesThroughTheMapping() {
        TestAgency agency = TestAgency.fresh();
        inForce(
                agency,
                "UNIT",
                "2026-01-01",
                List.of(heading("HC", null), heading("TH", null)),
                List.of());
        String list = list(agency, 2026);
        place(agency, list, "01-VP", "UNIT", "HC").statusCode(200);
        place(agency, list, "02-VP", "UNIT", "TH").statusCode(200);
        inForce(
                agency,
                "UNIT",
                "2027-01-01",
                List.of(heading("VP", null)),
                List.of(mapping("HC", "VP"), mapping("TH", null)));

        String copy =
                agency.creating("unit-head")
                        .post("/v1/dossier-lists/" + list + "/copies")
                        .then()
                        .statusCode(201)
                        .body("unplaced", contains("02-VP"))
                        .extract()
                        .path("list.id");

        tree(agency, copy, "UNIT")
                .body("headings[0].code", equalTo("VP"))
                .body("headings[0].lines.notation", contains("01-VP"))
                .body("unplaced.notation", contains("02-VP"));
        tree(agency, list, "UNIT").body("headings.code", contains("HC", "TH"));
    }

    @Test
    void aSchemeThatHangsInTheAirIsRefused() {
        TestAgency agency = TestAgency.fresh();
        ValidatableResponse answer =
                draft(
                        agency,
                        "UNIT",
                        "2026-01-01",
                        List.of(heading("A", "B"), heading("B", null), heading("B", null)),
                        List.of(mapping("OLD", "B")));
        answer.statusCode(422)
                .body(
                        "violations.code",
                        contains("PARENT_NOT_BEFORE", "SAME_HEADING_TWICE", "NO_SUCH_HEADING"));
        inForce(agency, "UNIT", "2026-01-01", List.of(heading("A", null)), List.of());
        Problems.expectFinding(
                draft(agency, "UNIT", "2025-01-01", List.of(heading("A", null)), List.of()),
                "/validFrom",
                "NOT_AFTER_CURRENT");
        String list = list(agency, 2026);
        Problems.expectFinding(
                place(agency, list, "01-VP", "UNIT", "Z"), "/code", "NO_SUCH_HEADING");
        Problems.expectFinding(
                place(agency, list, "01-VP", "SUBJECT", "A"), "/key", "NO_SCHEME_OF_YEAR");
        Problems.expect(
                agency.as("auditor")
                        .queryParam("scheme", "SUBJECT")
                        .get("/v1/dossier-lists/" + list + "/tree")
                        .then(),
                400,
                "INVALID_PARAMETER");
        agency.as("auditor").get(SCHEMES).then().body("items.state", hasItem("IN_FORCE"));
    }
}
