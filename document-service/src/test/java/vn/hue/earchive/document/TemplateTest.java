package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server fills in before anybody types; its fields can be posted as they are. */
@QuarkusTest
class TemplateTest {

    /** Red when a field has another name than in the request, or a default is not taken. */
    @Test
    void aRegistrationIsTheTemplateWithWhatIsRequired() {
        TestAgency agency = TestAgency.fresh();
        agency.creating("agency-archivist")
                .body(
                        Map.of(
                                "subject", "DOCUMENT",
                                "key", "parcel",
                                "labelVi", "Thửa",
                                "labelEn", "Parcel",
                                "kind", "STRING",
                                "required", true))
                .post("/v1/custom-fields")
                .then()
                .statusCode(201);
        Map<String, Object> fields =
                new HashMap<>(
                        agency.as("clerk")
                                .queryParam("typeCode", "03")
                                .get("/v1/incoming-documents/template")
                                .then()
                                .statusCode(200)
                                .body("expectedArrivalNumber", equalTo(1))
                                .body("required", hasItem("/custom/parcel"))
                                .body("required", not(hasItem("/typeCode")))
                                .body("customFields.key", contains("parcel"))
                                .body("codeLists.typeCode", equalTo("/v1/code-lists/document-type"))
                                .extract()
                                .<Map<String, Object>>path("fields"));
        Map<String, Object> typed = Work.registration();
        typed.keySet()
                .retainAll(
                        List.of(
                                "number",
                                "notation",
                                "issuedDate",
                                "issuerName",
                                "subject",
                                "pageCount"));
        fields.putAll(typed);
        fields.put("custom", Map.of("parcel", "12"));

        Work.register(agency, fields);

        agency.as("clerk")
                .get("/v1/incoming-documents/template")
                .then()
                .body("expectedArrivalNumber", equalTo(2))
                .body("required", hasItem("/typeCode"));
    }

    @Test
    void aDraftIsTheTemplateWithWhatIsRequired() {
        TestAgency agency = TestAgency.named("UBND phường Mẫu");
        Map<String, Object> fields =
                new HashMap<>(
                        agency.as("specialist")
                                .queryParam("typeCode", "03")
                                .get("/v1/outgoing-documents/template")
                                .then()
                                .statusCode(200)
                                .body("fields.issuerName", equalTo("UBND phường Mẫu"))
                                .body("expectedNumber", equalTo(1))
                                .extract()
                                .<Map<String, Object>>path("fields"));
        fields.putAll(
                Map.of(
                        "subject", "Về việc thử",
                        "pageCount", 1,
                        "signerPosition", "Chủ tịch",
                        "signerName", "Nguyễn Văn A",
                        "recipients", List.of(Map.of("name", "Sở Nội vụ"))));

        agency.creating("specialist")
                .body(fields)
                .post("/v1/outgoing-documents")
                .then()
                .statusCode(201);
    }

    /** Red when what comes from a line is not what the opening takes. */
    @Test
    void aDossierOfALineIsTheTemplateItself() {
        Work.importSchedule();
        TestAgency agency = TestAgency.fresh();
        String list =
                Work.listInUse(
                        agency,
                        2026,
                        Work.line("01-VP", "Hồ sơ công tác văn thư năm 2026", "G12-1.09"));
        String line =
                agency.as("specialist")
                        .get("/v1/dossier-lists/" + list + "/items")
                        .then()
                        .extract()
                        .path("items[0].id");
        Map<String, Object> fields =
                agency.as("specialist")
                        .queryParam("dossierListItemId", line)
                        .get("/v1/dossiers/template")
                        .then()
                        .statusCode(200)
                        .body("required", empty())
                        .body("retention.ruleCode", equalTo("G12-1.09"))
                        .extract()
                        .path("fields");

        agency.creating("specialist")
                .body(fields)
                .post("/v1/dossiers")
                .then()
                .statusCode(201)
                .body("title", equalTo("Hồ sơ công tác văn thư năm 2026"));

        agency.as("specialist")
                .get("/v1/dossiers/template")
                .then()
                .body("required", contains("/notation", "/title", "/retentionRuleCode"))
                .body("fields.medium", equalTo("DIGITAL"));
        Problems.expect(
                TestAgency.fresh()
                        .as("specialist")
                        .queryParam("dossierListItemId", line)
                        .get("/v1/dossiers/template")
                        .then(),
                400,
                "INVALID_PARAMETER");
    }
}
