package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.time.LegalDate;

/** Statistics are what one gets by counting the registers by hand. */
@QuarkusTest
class StatisticsTest {

    @Inject TestClock moved;
    @Inject Clock clock;

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    @AfterEach
    void today() {
        moved.reset();
    }

    private int year() {
        return LegalDate.today(clock).getYear();
    }

    private static void registered(TestAgency agency, String type, String medium) {
        Map<String, Object> registration = Work.registration(Work.upload(agency, Work.pdf()));
        registration.put("typeCode", type);
        registration.put("confidenceLevel", medium);
        Work.register(agency, registration);
    }

    /** Every line of a list, page by page. */
    private static List<Map<String, Object>> all(TestAgency agency, String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            var request = agency.as("clerk").queryParam("limit", 3);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get(path).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return all;
    }

    private static Map<String, Long> counted(
            List<Map<String, Object>> lines, String member, String inner) {
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, Object> line : lines) {
            Object value = line.get(member);
            Object code = value instanceof Map<?, ?> map ? map.get(inner) : value;
            counts.merge(String.valueOf(code), 1L, Long::sum);
        }
        return counts;
    }

    private static Map<String, Long> breakdown(JsonPath statistics, String subject, String by) {
        List<Map<String, Object>> counts =
                statistics.getList(
                        "sections.find { it.subject == '"
                                + subject
                                + "' }.breakdowns.find { it.by == '"
                                + by
                                + "' }.counts");
        Map<String, Long> result = new TreeMap<>();
        counts.forEach(c ->
                result.put(
                        (String) c.get("code"),
                        ((Number) java.util.Objects.requireNonNull(c.get("count"))).longValue()));
        return result;
    }

    private JsonPath statistics(TestAgency agency, String form) {
        return agency.as("leader")
                .get("/v1/statistics/" + form + "/" + year())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Red when a figure is not the sum of the register's lines, or counts another agency's. */
    @Test
    void documentsReconcileWithTheRegister() {
        TestAgency agency = TestAgency.fresh();
        registered(TestAgency.fresh(), "03", "01");
        String[][] work = {
            {"03", "01"},
            {"03", "01"},
            {"14", "01"},
            {"14", "02"},
            {"10", "03"},
            {"22", "02"},
            {"22", "01"}
        };
        for (String[] one : work) {
            registered(agency, one[0], one[1]);
        }

        JsonPath statistics = statistics(agency, "0804");

        List<Map<String, Object>> lines = all(agency, "/v1/incoming-documents?year=" + year());
        assertThat(lines).hasSize(work.length);
        assertThat(breakdown(statistics, "incoming", "TYPE"))
                .isEqualTo(counted(lines, "typeCode", ""));
        assertThat(breakdown(statistics, "incoming", "MEDIUM"))
                .isEqualTo(counted(lines, "confidenceLevel", ""));
        assertThat(statistics.getLong("sections[0].total")).isEqualTo(work.length);
        assertThat(statistics.getLong("sections[0].pages")).isEqualTo(2L * work.length);
        assertThat(statistics.getLong("sections[0].bytes")).isPositive();
        assertThat(statistics.getLong("sections[1].total")).isZero();
    }

    @Test
    void dossiersReconcileWithTheirList() {
        TestAgency agency = TestAgency.fresh();
        Work.openDossier(agency);
        Work.closedDossier(agency, 1);
        Work.submit(agency, Work.closedDossier(agency, 1));

        JsonPath statistics = statistics(agency, "0805");

        List<Map<String, Object>> lines = all(agency, "/v1/dossiers");
        assertThat(lines).hasSize(3);
        assertThat(breakdown(statistics, "dossiers", "STATE"))
                .isEqualTo(counted(lines, "state", ""));
        assertThat(breakdown(statistics, "dossiers", "MEDIUM"))
                .isEqualTo(counted(lines, "confidenceLevel", ""));
        assertThat(breakdown(statistics, "dossiers", "RETENTION"))
                .isEqualTo(counted(lines, "retention", "code"));
    }

    /** Red when people have to read what only programs know. */
    @Test
    void bothFormsArePrintedInWords() throws Exception {
        TestAgency agency = TestAgency.fresh();
        StringBuilder shown = new StringBuilder();
        registered(agency, "03", "01");
        Work.openDossier(agency);
        for (String form : List.of("0804", "0805")) {
            String path = "/v1/statistics/" + form + "/" + year();
            byte[] pdf =
                    agency.as("leader")
                            .get(path + "/pdf")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            Files.createDirectories(Path.of("target", "papers"));
            Files.write(Path.of("target", "papers", "thong-ke-" + form + ".pdf"), pdf);
            PdfA.assertConforms(pdf);
            assertThat(PdfA.text(pdf))
                    .contains("Biểu số " + form, "Tổng số")
                    .doesNotContain("OPEN");
            shown.append(PdfA.text(pdf));
            agency.as("leader").get(path + "/xlsx").then().statusCode(200);
        }
        assertThat(shown.toString()).contains("Đang lập hồ sơ 1");
        agency.as("leader").get("/v1/statistics/0813/2025").then().statusCode(404);
    }

    /** Red when something that waits is not counted, or something done is. */
    @Test
    void theOverviewSaysWhatWaits() {
        TestAgency agency = TestAgency.fresh();
        TestAgency.fresh().as("leader").get("/v1/overview").then().body("items", empty());
        String open = Work.openDossier(agency);
        Work.file(agency, open, Work.register(agency));
        Work.register(agency);
        Work.register(agency);
        Work.closedDossier(agency, 1);
        Work.submit(agency, Work.closedDossier(agency, 1));

        // Before they are due, which is sixty days after the day of their last document.
        moved.moveTo(Instant.parse("2025-01-15T03:00:00Z"));
        overview(agency, Map.of("unfiledDocuments", 2, "openDossiers", 1, "overdueDossiers", 0));
        moved.reset();
        overview(agency, Map.of("unfiledDocuments", 2, "openDossiers", 1, "overdueDossiers", 1));
    }

    private static void overview(TestAgency agency, Map<String, Integer> expected) {
        var answer = agency.as("leader").get("/v1/overview").then().statusCode(200);
        new HashMap<>(expected).forEach((member, count) -> answer.body(member, equalTo(count)));
    }
}
