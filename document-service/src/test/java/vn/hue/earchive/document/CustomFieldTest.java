package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that an agency adds to its documents and dossiers without anybody programming. */
@QuarkusTest
class CustomFieldTest {

    private static Map<String, Object> field(String subject, String key, String kind) {
        return new HashMap<>(
                Map.of(
                        "subject", subject,
                        "key", key,
                        "labelVi", "Trường " + key,
                        "labelEn", "Field " + key,
                        "kind", kind));
    }

    private static ValidatableResponse define(TestAgency agency, Map<String, Object> field) {
        return agency.creating("agency-archivist").body(field).post("/v1/custom-fields").then();
    }

    private static ValidatableResponse register(TestAgency agency, Map<String, Object> custom) {
        Map<String, Object> request = Work.registration();
        request.put("custom", custom);
        return agency.creating("clerk").body(request).post("/v1/incoming-documents").then();
    }

    private static ValidatableResponse put(
            TestAgency agency, String path, Map<String, Object> values) {
        String etag = agency.as("specialist").get(path + "/custom-fields").header("ETag");
        return agency.as("specialist")
                .contentType("application/json")
                .header("If-Match", etag)
                .body(Map.of("values", values))
                .put(path + "/custom-fields")
                .then();
    }

    private static TestAgency withParcel() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> parcel = field("DOCUMENT", "parcel", "STRING");
        parcel.putAll(Map.of("required", true, "maxLength", 10, "typeCode", "03"));
        define(agency, parcel).statusCode(201).body("number", equalTo(1));
        return agency;
    }

    /** Red when a key is not known and taken, a required one is missing, or a value is lost. */
    @Test
    void aRegistrationHasTheFieldsOfItsTypeAndNoOthers() {
        TestAgency agency = withParcel();
        Problems.expectFinding(register(agency, Map.of()), "/custom/parcel", "REQUIRED");
        Problems.expectFinding(
                register(agency, Map.of("parcel", "1", "colour", "red")),
                "/custom/colour",
                "UNKNOWN_FIELD");
        Problems.expectFinding(
                register(agency, Map.of("parcel", "12345678901")),
                "/custom/parcel",
                "WRONG_LENGTH");

        String document =
                register(agency, Map.of("parcel", " 12-34 ")).statusCode(201).extract().path("id");

        agency.as("clerk")
                .get("/v1/documents/" + document + "/custom-fields")
                .then()
                .statusCode(200)
                .body("values.parcel", equalTo("12-34"))
                .body("fields.labelVi", contains("Trường parcel"));
        Map<String, Object> letter = Work.registration();
        letter.put("typeCode", "22");
        Work.register(agency, letter);
        register(TestAgency.fresh(), Map.of()).statusCode(201);
    }

    /** Red when a value of the wrong kind is taken. */
    @Test
    void everyKindHasItsForm() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> code = field("DOCUMENT", "state", "CODE");
        code.put("codes", List.of("MỚI", "CŨ"));
        define(agency, code).statusCode(201);
        define(agency, field("DOCUMENT", "area", "NUMBER")).statusCode(201);
        define(agency, field("DOCUMENT", "signed", "DATE")).statusCode(201);
        register(agency, Map.of("state", "HỎNG", "area", "1,5", "signed", "12/3/2026"))
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("/custom/state", "/custom/area", "/custom/signed"))
                .body("violations.code", hasItem("UNKNOWN_CODE"));

        String document =
                register(agency, Map.of("state", "MỚI", "area", "1.50", "signed", "2026-03-12"))
                        .statusCode(201)
                        .extract()
                        .path("id");

        agency.as("auditor")
                .get("/v1/documents/" + document + "/custom-fields")
                .then()
                .body("values.area", equalTo("1.5"));
    }

    /** Red when the list finds too much, too little, or what belongs to another agency. */
    @Test
    void theListFindsAnExactValue() {
        TestAgency agency = withParcel();
        TestAgency other = withParcel();
        String wanted = register(agency, Map.of("parcel", "7")).extract().path("id");
        register(agency, Map.of("parcel", "77")).statusCode(201);
        register(other, Map.of("parcel", "7")).statusCode(201);
        agency.as("clerk")
                .queryParam("customField", "parcel:7")
                .get("/v1/incoming-documents")
                .then()
                .statusCode(200)
                .body("items.id", contains(wanted));
        Problems.expect(
                agency.as("clerk")
                        .queryParam("customField", "parcel")
                        .get("/v1/incoming-documents")
                        .then(),
                400,
                "INVALID_PARAMETER");

        put(agency, "/v1/documents/" + wanted, Map.of("parcel", "8"))
                .statusCode(200)
                .body("values.parcel", equalTo("8"));

        agency.as("clerk")
                .queryParam("customField", "parcel:7")
                .get("/v1/incoming-documents")
                .then()
                .body("items", empty());
        agency.as("clerk")
                .get("/v1/incoming-documents/" + wanted)
                .then()
                .body("version", equalTo(2));
    }

    /** Red when an old document must suddenly have a field, or a retired one is still taken. */
    @Test
    void versionsCountForWhatIsEnteredFromThenOn() {
        TestAgency agency = TestAgency.fresh();
        String early = Work.register(agency);
        String first =
                define(agency, field("DOCUMENT", "parcel", "STRING"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        register(agency, Map.of("parcel", "a long value")).statusCode(201);
        Map<String, Object> second = field("DOCUMENT", "parcel", "STRING");
        second.putAll(Map.of("required", true, "maxLength", 3));
        String now =
                define(agency, second)
                        .statusCode(201)
                        .body("number", equalTo(2))
                        .extract()
                        .path("id");
        Problems.expectFinding(register(agency, Map.of()), "/custom/parcel", "REQUIRED");
        Problems.expectFinding(
                register(agency, Map.of("parcel", "long")), "/custom/parcel", "WRONG_LENGTH");
        agency.as("clerk").get("/v1/incoming-documents/" + early).then().statusCode(200);
        Problems.expectFinding(
                define(agency, field("DOCUMENT", "parcel", "DATE")), "/kind", "KIND_STAYS");
        Problems.expect(retire(agency, first, "\"v2\""), 409, "CUSTOM_FIELD_NOT_ACTIVE");

        retire(agency, now, "\"v1\"").statusCode(200).body("state", equalTo("RETIRED"));

        Problems.expectFinding(
                register(agency, Map.of("parcel", "x")), "/custom/parcel", "UNKNOWN_FIELD");
        register(agency, Map.of()).statusCode(201);
        agency.as("auditor")
                .queryParam("subject", "DOCUMENT")
                .get("/v1/custom-fields")
                .then()
                .body("items.state", contains("RETIRED", "REPLACED"));
    }

    private static ValidatableResponse retire(TestAgency agency, String id, String etag) {
        return agency.creating("agency-archivist")
                .header("If-Match", etag)
                .post("/v1/custom-fields/" + id + "/retirement")
                .then();
    }

    /** Red when a dossier loses its values, or a closed one is changed. */
    @Test
    void dossiersHaveFieldsOfTheirOwn() {
        Work.importSchedule();
        TestAgency agency = TestAgency.fresh();
        define(agency, field("DOSSIER", "project", "STRING")).statusCode(201);
        Map<String, Object> opening =
                Map.of(
                        "notation",
                        Letters.number() + "-DA",
                        "title",
                        "Hồ sơ dự án năm 2025",
                        "retentionRuleCode",
                        "G12-1.09",
                        "custom",
                        Map.of("project", "KDC An Cựu"));
        String dossier =
                agency.creating("specialist")
                        .body(opening)
                        .post("/v1/dossiers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String path = "/v1/dossiers/" + dossier;
        agency.as("specialist")
                .queryParam("customField", "project:KDC An Cựu")
                .get("/v1/dossiers")
                .then()
                .body("items.id", contains(dossier));
        put(agency, path, Map.of("project", "KDC 2"))
                .statusCode(200)
                .body("values.project", equalTo("KDC 2"));
        Work.file(agency, dossier, Work.register(agency));
        Work.close(agency, dossier);

        Problems.expect(
                put(agency, path, Map.of("project", "KDC 3")), 409, "DOSSIER_STATE_FORBIDS");

        agency.as("specialist")
                .get(path + "/custom-fields")
                .then()
                .body("values.project", equalTo("KDC 2"));
    }

    @Test
    void aFieldThatCannotBeIsRefused() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> typed = field("DOSSIER", "a", "STRING");
        typed.put("typeCode", "03");
        Problems.expectFinding(define(agency, typed), "/typeCode", "DOSSIERS_HAVE_NO_TYPE");
        Problems.expectFinding(
                define(agency, field("DOCUMENT", "a", "CODE")), "/codes", "CODES_OF_CODE_ONLY");
        Problems.expectFinding(
                define(agency, field("FILE", "a", "STRING")), "/subject", "UNKNOWN_CODE");
        Problems.expectFinding(
                define(agency, field("DOCUMENT", "Số thửa", "STRING")), "/key", "WRONG_FORMAT");
    }
}
