package vn.hue.earchive.document.bench;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.document.numbering.NumberSeries;
import vn.hue.earchive.kit.rest.Cursor;

/**
 * Ratios of one run, small and large in turn: pages of lists in a register of a thousand lines and
 * of {@code -Darchive.bench.documents} (a million), the next document in a dossier of ten and of a
 * thousand, numbers against bare transactions. Writes {@code {"goals":…,"detail":…}} to {@code
 * -Darchive.bench.json}.
 */
@QuarkusTest
class ClericalBench {

    private static final int SMALL = 1_000;
    private static final int LARGE = Integer.getInteger("archive.bench.documents", 1_000_000);
    private static final int TURNS = 40;
    private static final int PAIRS = 5;

    @Inject DataSource database;
    @Inject NumberSeries series;

    private final Map<String, Double> goals = new TreeMap<>();
    private final Map<String, Object> detail = new LinkedHashMap<>();

    @Test
    void whatTheClericalSideCostsAsItGrows() throws Exception {
        Work.importSchedule();
        numbering();
        filing();
        lists();

        String json =
                new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("goals", goals, "detail", detail));
        System.out.println(json);
        String file = System.getProperty("archive.bench.json", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), json);
        }
    }

    private void numbering() throws Exception {
        List<double[]> rates =
                new Numbering(
                                series,
                                configured("datasource.jdbc.url"),
                                configured("datasource.username"),
                                configured("datasource.password"))
                        .rates(PAIRS);
        goals.put("I3.numbering", median(rates.stream().map(r -> r[0] / r[1]).toList()));
        detail.put("numbersPerSecond", median(rates.stream().map(r -> r[0]).toList()));
        detail.put("bareNumbersPerSecond", median(rates.stream().map(r -> r[1]).toList()));
    }

    private static String configured(String property) {
        return ConfigProvider.getConfig().getValue("quarkus." + property, String.class);
    }

    private void filing() {
        TestAgency agency = registers().of(SMALL + TURNS);
        Map<Integer, String> dossiers = new TreeMap<>();
        for (int size : List.of(10, 100, 1000)) {
            String dossier = Work.openDossier(agency);
            dossiers.put(size, dossier);
            fill(agency, dossier, size);
        }
        Map<Integer, List<Double>> times = new TreeMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            dossiers.forEach((size, dossier) -> {
                String document = Work.register(agency);
                long begin = System.nanoTime();
                Work.file(agency, dossier, document);
                times.computeIfAbsent(size, s -> new ArrayList<>()).add(since(begin));
            });
        }
        times.forEach((size, all) -> detail.put("filingMs." + size, median(all)));
        goals.put(
                "I3.filing",
                ratio(times.getOrDefault(1000, List.of()), times.getOrDefault(10, List.of())));
    }

    /** Files so many documents of the register, a hundred at once. */
    private static void fill(TestAgency agency, String dossier, int documents) {
        String next = "";
        for (int filed = 0; filed < documents; ) {
            int some = Math.min(100, documents - filed);
            JsonPath page =
                    agency.as("specialist")
                            .get("/v1/incoming-documents?limit=" + some + next)
                            .jsonPath();
            List<Map<String, String>> items = new ArrayList<>();
            for (String document : page.<String>getList("items.id")) {
                items.add(Map.of("documentId", document, "dossierId", dossier));
            }
            agency.creating("specialist")
                    .body(Map.of("items", items))
                    .post("/v1/unfiled-documents/filings")
                    .then()
                    .statusCode(200);
            next = "&cursor=" + page.getString("next");
            filed += items.size();
        }
    }

    private Registers registers() {
        return new Registers(
                database,
                () ->
                        DriverManager.getConnection(
                                configured("datasource.jdbc.url"),
                                configured("flyway.username"),
                                configured("flyway.password")));
    }

    private void lists() throws Exception {
        Registers registers = registers();
        TestAgency small = withOpenDossiers(registers.of(SMALL));
        TestAgency large = withOpenDossiers(registers.of(LARGE));
        registers.settle();
        detail.put("documents", List.of(SMALL, LARGE));
        double worst = 0;
        for (Map.Entry<String, String[]> list : pages(small, large).entrySet()) {
            String[] paths = list.getValue();
            List<Double> ofSmall = new ArrayList<>();
            List<Double> ofLarge = new ArrayList<>();
            for (int turn = -10; turn < TURNS; turn++) {
                double first = get(small, paths[0]);
                double second = get(large, paths[1]);
                if (turn >= 0) {
                    ofSmall.add(first);
                    ofLarge.add(second);
                }
            }
            double ratio = ratio(ofLarge, ofSmall);
            worst = Math.max(worst, ratio);
            detail.put(
                    "list." + list.getKey(),
                    Map.of(
                            "smallMs", median(ofSmall),
                            "largeMs", median(ofLarge),
                            "ratio", ratio,
                            "smallRowsRead", rows(registers, small, paths[0]),
                            "largeRowsRead", rows(registers, large, paths[1])));
        }
        goals.put("I3.lists", worst);
    }

    /** The same lists of both; a page in the middle is reached by the cursor of a page there. */
    private static Map<String, String[]> pages(TestAgency small, TestAgency large) {
        Map<String, String[]> pages = new LinkedHashMap<>();
        String register = "/v1/incoming-documents?limit=20";
        for (String filter : List.of("", "&state=ASSIGNED", "&year=%YEAR")) {
            String path = register + filter.replace("%YEAR", year(small));
            pages.put(filter.isEmpty() ? "first" : filter, new String[] {path, path});
        }
        pages.put(
                "number",
                new String[] {register + "&number=500/BC-UBND", register + "&number=500/BC-UBND"});
        pages.put(
                "middle",
                new String[] {
                    register + "&cursor=" + middle(small, SMALL),
                    register + "&cursor=" + middle(large, LARGE)
                });
        pages.put(
                "unfiled",
                new String[] {"/v1/unfiled-documents?limit=20", "/v1/unfiled-documents?limit=20"});
        return pages;
    }

    private static String year(TestAgency agency) {
        return String.valueOf(
                (Integer)
                        agency.as("clerk")
                                .get("/v1/incoming-documents?limit=1")
                                .path("items[0].registerYear"));
    }

    /** Opaque to callers; made here so that nobody has to page through half a million lines. */
    private static String middle(TestAgency agency, int lines) {
        return Cursor.encode(Integer.parseInt(year(agency)), (long) lines / 2);
    }

    private static TestAgency withOpenDossiers(TestAgency agency) {
        for (int i = 0; i < 30; i++) {
            Work.openDossier(agency);
        }
        return agency;
    }

    private static double get(TestAgency agency, String path) {
        String token = agency.token("clerk");
        long begin = System.nanoTime();
        Response answer = given().auth().oauth2(token).get(path);
        double took = since(begin);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return took;
    }

    /** Rows of documents and files that the database reads for one page. */
    private static double rows(Registers registers, TestAgency agency, String path)
            throws InterruptedException {
        TimeUnit.SECONDS.sleep(2); // The database's counters follow within a second.
        long before = registers.rowsRead();
        for (int i = 0; i < 10; i++) {
            get(agency, path);
        }
        TimeUnit.SECONDS.sleep(2);
        return (registers.rowsRead() - before) / 10.0;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double ratio(List<Double> large, List<Double> small) {
        return median(large) / median(small);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
