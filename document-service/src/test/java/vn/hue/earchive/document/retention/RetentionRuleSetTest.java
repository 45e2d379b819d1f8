package vn.hue.earchive.document.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Problems;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.Work;

/** Versions of rule sets through HTTP; each test has an agency and its own set. */
@QuarkusTest
class RetentionRuleSetTest {

    static final String HEADER =
            "code,groupCode,groupTitleVi,titleVi,caseVi,periodKind,years,maintenanceCode,trigger,"
                    + "legalBasis,certainty,replaces\n";

    static String line(String code, String title, int years, String certainty, String replaces) {
        String maintenance =
                Map.of(70, "02", 50, "03", 30, "04", 20, "05", 10, "06").getOrDefault(years, "07");
        return "%s,R,Nhóm riêng,%s,,YEARS,%d,%s,END_OF_WORK_YEAR,01/QĐ-UBND,%s,%s%n"
                .formatted(code, title, years, maintenance, certainty, replaces)
                .replace("\r", "");
    }

    static Response send(TestAgency agency, String path, byte[] csv, Map<String, String> query) {
        return agency.creating("agency-archivist")
                .contentType("text/csv")
                .queryParams(query)
                .queryParam("source", "AGENCY")
                .body(csv)
                .post("/v1/retention-schedules" + path);
    }

    static String importSet(TestAgency agency, String state, String... lines) {
        String csv = HEADER + String.join("", lines);
        return send(agency, "", csv.getBytes(StandardCharsets.UTF_8), Map.of("state", state))
                .then()
                .statusCode(201)
                .body("state", equalTo(state))
                .extract()
                .path("id");
    }

    static ValidatableResponse approve(TestAgency agency, String id, String from, String... as) {
        String etag =
                agency.as("leader")
                        .get("/v1/retention-schedules/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag");
        return agency.creating(as)
                .header("If-Match", etag)
                .body(Map.of("reference", "12/QĐ-UBND", "validFrom", from))
                .post("/v1/retention-schedules/" + id + "/approval")
                .then();
    }

    private static int versions(TestAgency agency) {
        return agency.as("auditor")
                .get("/v1/retention-schedules?source=AGENCY")
                .then()
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    /** Red when the dry run writes, or reports another line or column than the import refuses. */
    @Test
    void aDryRunNamesEachFaultByLineAndColumnAndWritesNothing() {
        TestAgency agency = TestAgency.fresh();
        String csv =
                HEADER
                        + line("R1", "Hồ sơ tốt", 20, "A", "")
                        + "R1,R,Nhóm,Hồ sơ trùng mã,,YEARS,20,06,END_OF_WORK_YEAR,x,A,\n"
                        + "R3,R,Nhóm,Hồ sơ,,YEARS,99,07,SOMETIME,x,C,OLD\n"
                        + "R4,R,Nhóm,,,PERMANENT,,01,END_OF_WORK_YEAR,x,A,,,extra\n";
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);

        Response check = send(agency, "/checks", bytes, Map.of());

        check.then()
                .statusCode(200)
                .body("acceptable", equalTo(false))
                .body("encoding", equalTo("UTF_8"))
                .body("errors.find { it.code == 'DUPLICATE_CODE' }.line", equalTo(3))
                .body("errors.find { it.code == 'DUPLICATE_CODE' }.column", equalTo("code"))
                .body("errors.find { it.code == 'MAINTENANCE_OF_PERIOD' }.line", equalTo(3))
                .body(
                        "errors.find { it.code == 'MAINTENANCE_OF_PERIOD' }.message",
                        containsString("05"))
                .body("errors.findAll { it.line == 4 }.column", hasItems("years", "trigger"))
                .body("errors.findAll { it.line == 4 }.column", hasItems("certainty", "replaces"))
                .body("errors.findAll { it.line == 5 }.code", hasItems("REQUIRED"))
                .body("errors.findAll { it.line == 5 }.code", hasItem("TOO_MANY_CELLS"));
        Problems.expect(send(agency, "", bytes, Map.of()).then(), 422, "RETENTION_SCHEDULE_INVALID")
                .body("violations.pointer", hasItem("/lines/3/maintenanceCode"));
        assertThat(versions(agency)).isZero();
    }

    @Test
    void anotherEncodingIsNamedAndTonesApartAreMended() {
        TestAgency agency = TestAgency.fresh();
        String good = HEADER + line("R1", "Hồ sơ hội nghị tổng kết công tác năm", 20, "A", "");
        byte[] nfd =
                Normalizer.normalize(good, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = good.getBytes(StandardCharsets.UTF_16);
        byte[] vni =
                good.replace(
                                "Hồ sơ hội nghị tổng kết công tác năm",
                                "hoà sô hoäi nghò toång keát coâng taùc naêm")
                        .replace("Nhóm riêng", "keá hoaïch")
                        .replace("Đ", "D")
                        .getBytes(StandardCharsets.ISO_8859_1);

        send(agency, "/checks", utf16, Map.of())
                .then()
                .body("encoding", equalTo("UTF_16"))
                .body("errors.code", hasItem("WRONG_ENCODING"));
        send(agency, "/checks", vni, Map.of())
                .then()
                .body("encoding", equalTo("VNI"))
                .body("errors[0].message", containsString("VNI"));
        send(agency, "/checks", new byte[] {'P', 'K', 3, 4, 0}, Map.of())
                .then()
                .body("errors.code", hasItem("CSV_IS_A_SPREADSHEET"));
        send(agency, "/checks", good.replace(",", ";").getBytes(StandardCharsets.UTF_8), Map.of())
                .then()
                .body("errors.code", hasItem("WRONG_DELIMITER"));
        send(agency, "/checks", nfd, Map.of())
                .then()
                .body("acceptable", equalTo(true))
                .body("warnings.code", hasItem("ENCODING_NORMALISED"));
        send(agency, "", nfd, Map.of()).then().statusCode(201);
        agency.as("specialist")
                .get("/v1/retention-rules?source=AGENCY&q=tong ket")
                .then()
                .body("items[0].title", equalTo("Hồ sơ hội nghị tổng kết công tác năm"))
                .body("items[0].scheduleState", equalTo("SAMPLE"));
    }

    /** Red when the importer approves, or a version is in force before its day. */
    @Test
    void aDraftIsInForceOnceAnotherPersonHasApprovedItAndFromItsDayOn() {
        TestAgency agency = TestAgency.fresh();
        String first = importSet(agency, "DRAFT", line("R1", "Hồ sơ tuần tra đêm", 10, "B", ""));
        agency.as("specialist")
                .get("/v1/retention-rules?source=AGENCY")
                .then()
                .body("items", empty());

        approve(agency, first, "2026-01-01", "leader")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("sample", equalTo(false));
        String second = importSet(agency, "DRAFT", line("R1", "Hồ sơ tuần tra đêm", 20, "A", ""));
        approve(agency, second, "2090-01-01", "leader").statusCode(200);

        agency.as("specialist")
                .get("/v1/retention-rules?source=AGENCY")
                .then()
                .body("items.years", equalTo(List.of(10)))
                .body("items.certainty", equalTo(List.of("B")))
                .body("items.scheduleState", equalTo(List.of("APPROVED")));
        agency.as("specialist")
                .get("/v1/retention-rules?source=AGENCY&asOf=2090-06-01")
                .then()
                .body("items.years", equalTo(List.of(20)));
        agency.as("auditor")
                .get("/v1/retention-schedules/" + first)
                .then()
                .body("validTo", equalTo("2089-12-31"));
        agency.as("auditor")
                .get("/v1/retention-schedules/" + second + "/mapping")
                .then()
                .body("items[0].kind", equalTo("PERIOD_CHANGED"))
                .body("items[0].fromPeriod", equalTo("10Y"))
                .body("items[0].toPeriod", equalTo("20Y"));
    }

    @Test
    void theImporterCannotApproveNorSomebodyWhoIsNotCompetentNorTwice() {
        TestAgency agency = TestAgency.fresh();
        String csv = HEADER + line("R1", "Hồ sơ", 20, "A", "");
        String[] both = {"agency-archivist", "leader"};
        String id =
                agency.creating(both)
                        .contentType("text/csv")
                        .queryParam("source", "AGENCY")
                        .queryParam("state", "DRAFT")
                        .body(csv.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/retention-schedules")
                        .then()
                        .statusCode(201)
                        .body("allowedActions", empty())
                        .extract()
                        .path("id");

        Problems.expect(
                approve(agency, id, "2026-01-01", both), 403, "RETENTION_APPROVER_IS_IMPORTER");
        Problems.expect(approve(agency, id, "2026-01-01", "archive-director"), 403, "FORBIDDEN");
        approve(agency, id, "2026-01-01", "leader").statusCode(200);
        Problems.expect(
                approve(agency, id, "2026-02-01", "leader"),
                409,
                "RETENTION_SCHEDULE_STATE_FORBIDS");
        Problems.expect(
                        send(
                                        agency,
                                        "",
                                        csv.getBytes(StandardCharsets.UTF_8),
                                        Map.of("state", "SAMPLE"))
                                .then(),
                        422,
                        "RETENTION_SCHEDULE_INVALID")
                .body("violations.code", hasItem("SAMPLE_AFTER_APPROVAL"));
        String later = importSet(agency, "DRAFT", line("R1", "Hồ sơ", 10, "A", ""));
        Problems.expectFinding(
                approve(agency, later, "2025-12-31", "leader"), "/validFrom", "NOT_AFTER_CURRENT");
    }

    @Test
    void anAgencysOwnSetGoesBeforeTheGeneralOneAndNobodyElseSeesIt() {
        Work.importSchedule();
        TestAgency agency = TestAgency.fresh();
        TestAgency other = TestAgency.fresh();
        String own =
                importSet(
                        agency,
                        "SAMPLE",
                        line("G12-1.09", "Hồ sơ nghiệp vụ lưu trữ của phường", 50, "A", ""));

        String dossier = Work.openDossier(agency);
        String elsewhere = Work.openDossier(other);

        agency.as("specialist")
                .get("/v1/dossiers/" + dossier)
                .then()
                .body("retention.years", equalTo(50))
                .body("retention.certainty", equalTo("A"));
        other.as("specialist")
                .get("/v1/dossiers/" + elsewhere)
                .then()
                .body("retention.years", equalTo(20))
                .body("retention.certainty", equalTo("B"));
        other.as("auditor").get("/v1/retention-schedules/" + own).then().statusCode(404);
        other.as("auditor").get("/v1/retention-rules?source=AGENCY").then().body("items", empty());
        Problems.expect(
                        agency.creating("agency-archivist")
                                .contentType("text/csv")
                                .body(HEADER.getBytes(StandardCharsets.UTF_8))
                                .post("/v1/retention-schedules")
                                .then(),
                        422,
                        "RETENTION_SCHEDULE_INVALID")
                .body("violations.code", hasItem("SOURCE_OF_OTHERS"));
    }

    /** Red when two imports at once end in a 500 or take one version number twice. */
    @Test
    void importsAtOnceSucceedOrAreToldThatTheyCollided() throws Exception {
        TestAgency agency = TestAgency.fresh();
        importSet(agency, "SAMPLE", line("R0", "Hồ sơ", 5, "A", ""));
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Response>> calls =
                    java.util.stream.IntStream.range(0, 16)
                            .mapToObj(i -> (Callable<Response>) () -> importAgain(agency, i))
                            .toList();
            for (var answer : threads.invokeAll(calls)) {
                Response response = answer.get();
                statuses.merge(response.statusCode(), 1, Integer::sum);
                if (response.statusCode() != 201) {
                    Problems.expect(response.then(), 409, "RETENTION_IMPORT_COLLIDED")
                            .body("retryable", equalTo(true));
                }
            }
        }
        assertThat(statuses.keySet()).contains(201).isSubsetOf(201, 409);
        List<Integer> numbers =
                agency.as("auditor")
                        .get("/v1/retention-schedules?source=AGENCY")
                        .then()
                        .body("items.findAll { it.state == 'SAMPLE' }", hasSize(1))
                        .body("items[-1].followsId", nullValue())
                        .extract()
                        .path("items.versionNo");
        assertThat(numbers).doesNotHaveDuplicates().hasSize(statuses.getOrDefault(201, 0) + 1);
    }

    private static Response importAgain(TestAgency agency, int i) {
        String csv = HEADER + line("R" + i, "Hồ sơ " + UUID.randomUUID(), 5, "A", "");
        return send(agency, "", csv.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Test
    void theClocksOfTheLawAreDataWithTheirBasis() {
        TestAgency.fresh()
                .as("reader")
                .get("/v1/statutory-periods")
                .then()
                .statusCode(200)
                .body("items.find { it.key == 'agencyArchive.digital' }.amount", equalTo(60))
                .body("items.legalBasis", not(hasItem(nullValue())))
                .body("items.size()", org.hamcrest.Matchers.greaterThan(20));
    }
}
