package vn.hue.earchive.document;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What people of an agency do from day to day, with lawful defaults; each step must succeed. */
public final class Work {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Work() {}

    /** A small PDF that differs from every other. */
    public static byte[] pdf() {
        return ("%PDF-1.7\n% " + UUID.randomUUID() + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] sample(String name) {
        try (InputStream in = Work.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String upload(TestAgency agency, byte[] bytes) {
        return agency.creating("clerk")
                .contentType("application/pdf")
                .queryParam("securityClass", "NONE")
                .queryParam("fileName", "văn bản.pdf")
                .body(bytes)
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A registration that is good but for what a test spoils; its number is its own. */
    public static Map<String, Object> registration(String... uploads) {
        Map<String, Object> request = new HashMap<>();
        request.put("typeCode", "03");
        request.put("number", String.valueOf(NEXT.getAndIncrement()));
        request.put("notation", "CT-UBND");
        request.put("issuedDate", "2025-04-01");
        request.put("issuerName", "Ủy ban nhân dân thành phố Huế");
        request.put("subject", "Về tăng cường quản lý công tác văn thư, lưu trữ");
        request.put("languages", List.of("01"));
        request.put("pageCount", 2);
        request.put("accessMode", "01");
        request.put("confidenceLevel", "01");
        request.put("urgency", "0");
        request.put("securityClass", "NONE");
        List<Map<String, Object>> files = new ArrayList<>();
        for (String upload : uploads) {
            files.add(Map.of("uploadId", upload, "role", files.isEmpty() ? "MAIN" : "ATTACHMENT"));
        }
        request.put("files", files);
        return request;
    }

    public static String register(TestAgency agency) {
        return register(agency, registration(upload(agency, pdf())));
    }

    public static String register(TestAgency agency, Map<String, Object> registration) {
        return agency.creating("clerk")
                .body(registration)
                .post("/v1/incoming-documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The sample schedule; importing it again replaces it by itself. */
    public static void importSchedule() {
        TestAgency.city()
                .creating("operator")
                .contentType("text/csv")
                .body(sample("retention-schedule-sample.csv"))
                .post("/v1/retention-schedules")
                .then()
                .statusCode(201)
                .body("ruleCount", equalTo(262))
                .body("sample", equalTo(true));
    }

    public static String openDossier(TestAgency agency) {
        return agency.creating("specialist")
                .body(
                        Map.of(
                                "notation", NEXT.getAndIncrement() + "-VP",
                                "title", "Hồ sơ quản lý công tác văn thư, lưu trữ năm 2025",
                                "retentionRuleCode", "G12-1.09"))
                .post("/v1/dossiers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A line of a dossier list. */
    public static Map<String, Object> line(String notation, String title, String rule) {
        return Map.of("notation", notation, "title", title, "retentionRuleCode", rule);
    }

    /** The draft of a year's list by a unit head. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static String draftList(TestAgency agency, int year, Map<String, Object>... lines) {
        return agency.creating("unit-head")
                .body(Map.of("year", year, "items", List.of(lines)))
                .post("/v1/dossier-lists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Takes one step of a list: {@code review}, {@code approval}, {@code issue}… */
    public static void moveList(TestAgency agency, String list, String step, String role) {
        String path = "/v1/dossier-lists/" + list;
        agency.creating(role)
                .header("If-Match", etag(agency, path))
                .post(path + "/" + step)
                .then()
                .statusCode(200);
    }

    /** A list that units drafted, the archivist reviewed, the head approved, and that is issued. */
    @SafeVarargs
    public static String listInUse(TestAgency agency, int year, Map<String, Object>... lines) {
        String list = draftList(agency, year, lines);
        moveList(agency, list, "review", "agency-archivist");
        moveList(agency, list, "approval", "leader");
        moveList(agency, list, "issue", "agency-archivist");
        return list;
    }

    public static void file(TestAgency agency, String dossier, String document) {
        agency.creating("specialist")
                .body(Map.of("documentId", document))
                .post("/v1/dossiers/" + dossier + "/documents")
                .then()
                .statusCode(201);
    }

    public static String etag(TestAgency agency, String path) {
        return agency.as("specialist").get(path).then().statusCode(200).extract().header("ETag");
    }

    public static void close(TestAgency agency, String dossier) {
        agency.creating("specialist")
                .header("If-Match", etag(agency, "/v1/dossiers/" + dossier))
                .post("/v1/dossiers/" + dossier + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
    }

    /** A closed dossier with so many documents. */
    public static String closedDossier(TestAgency agency, int documents) {
        String dossier = openDossier(agency);
        for (int i = 0; i < documents; i++) {
            file(agency, dossier, register(agency));
        }
        close(agency, dossier);
        return dossier;
    }

    public static JsonPath submit(TestAgency agency, String... dossiers) {
        return agency.creating("specialist")
                .body(Map.of("dossierIds", List.of(dossiers)))
                .post("/v1/submissions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
