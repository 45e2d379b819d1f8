package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox of unfiled documents and what mends a wrong filing, through the interface. */
@QuarkusTest
class InboxTest {

    private static final String INBOX = "/v1/unfiled-documents";

    @BeforeEach
    void schedule() {
        Work.importSchedule();
    }

    private static String register(TestAgency agency, String subject) {
        Map<String, Object> registration = Work.registration(Work.upload(agency, Work.pdf()));
        registration.put("subject", subject);
        return Work.register(agency, registration);
    }

    /** Red when a filed document stays in the inbox, or one that was taken out does not return. */
    @Test
    void holdsWhatNoDossierHoldsNewestFirst() {
        TestAgency agency = TestAgency.fresh();
        String first = Work.register(agency);
        String second = Work.register(agency);
        String third = Work.register(agency);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, second);

        agency.as("specialist")
                .queryParam("limit", 1)
                .get(INBOX)
                .then()
                .statusCode(200)
                .body("items.documentId", contains(third))
                .body("items[0].allowedActions", hasItem("fileDocument"));
        agency.as("specialist").get(INBOX).then().body("items.documentId", contains(third, first));

        agency.as("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + dossier))
                .delete("/v1/dossiers/" + dossier + "/documents/" + second)
                .then()
                .statusCode(200);
        agency.as("specialist")
                .get(INBOX)
                .then()
                .body("items.documentId", contains(third, second, first));
    }

    /** Red when the inbox asks people to file what went back to its sender. */
    @Test
    void whatWasReturnedOrTakenBackIsNotInIt() {
        TestAgency agency = TestAgency.fresh();
        String returned = Work.register(agency);
        String takenBack = Work.register(agency);
        String waiting = Work.register(agency);

        for (String[] ended : new String[][] {{returned, "return"}, {takenBack, "recall"}}) {
            HandlingActs.act(agency, ended[0], ended[1], Map.of("reason", "Gửi nhầm nơi nhận"))
                    .statusCode(200);
        }

        agency.as("specialist").get(INBOX).then().body("items.documentId", contains(waiting));
        agency.as("leader").get("/v1/overview").then().body("unfiledDocuments", equalTo(1));
    }

    @Test
    void pagesThroughTheInboxWithoutLossOrRepetition() {
        TestAgency agency = TestAgency.fresh();
        List<String> all =
                IntStream.range(0, 5).mapToObj(i -> Work.register(agency)).toList().reversed();
        var page = agency.as("clerk").queryParam("limit", 3).get(INBOX).jsonPath();
        List<String> seen = new java.util.ArrayList<>(page.getList("items.documentId"));
        seen.addAll(
                agency.as("clerk")
                        .queryParam("limit", 3)
                        .queryParam("cursor", page.getString("next"))
                        .get(INBOX)
                        .jsonPath()
                        .getList("items.documentId"));

        org.assertj.core.api.Assertions.assertThat(seen).isEqualTo(all);
        Problems.expect(
                agency.as("clerk").queryParam("cursor", "x").get(INBOX).then(),
                400,
                "INVALID_CURSOR");
        Problems.expect(
                agency.as("clerk").queryParam("direction", "x").get(INBOX).then(),
                400,
                "INVALID_PARAMETER");
    }

    @Test
    void suggestsTheDossierOfTheDocumentThatIsNamedAndSaysWhy() {
        TestAgency agency = TestAgency.fresh();
        String dossier = Work.openDossier(agency);
        Map<String, Object> directive = Work.registration(Work.upload(agency, Work.pdf()));
        Work.file(agency, dossier, Work.register(agency, directive));
        Work.openDossier(agency);
        register(agency, "Báo cáo thực hiện Chỉ thị số " + directive.get("number") + "/CT-UBND");

        agency.as("specialist")
                .header("Accept-Language", "vi")
                .get(INBOX)
                .then()
                .statusCode(200)
                .body("items[0].suggestions[0].dossierId", equalTo(dossier))
                .body("items[0].suggestions[0].score", greaterThanOrEqualTo(50))
                .body("items[0].suggestions[0].reasons.code", hasItem("NAMES_DOCUMENT"))
                .body(
                        "items[0].suggestions[0].reasons[0].text",
                        containsString(directive.get("number") + "/CT-UBND"));
    }

    /** Red when one refusal undoes the others, or is not told. */
    @Test
    void bulkFilingAnswersForEveryOneItself() {
        TestAgency agency = TestAgency.fresh();
        String good = Work.register(agency);
        String filed = Work.register(agency);
        String open = Work.openDossier(agency);
        String other = Work.openDossier(agency);
        String closed = Work.closedDossier(agency, 1);
        Work.file(agency, open, filed);

        agency.creating("specialist")
                .body(
                        Map.of(
                                "items",
                                List.of(
                                        item(good, closed),
                                        item(good, open),
                                        item(good, other),
                                        item(filed, open),
                                        item(UUID.randomUUID().toString(), open),
                                        item(good, UUID.randomUUID().toString()))))
                .post(INBOX + "/filings")
                .then()
                .statusCode(200)
                .body(
                        "items.status",
                        contains(
                                "REFUSED", "FILED", "FILED", "ALREADY_FILED", "REFUSED", "REFUSED"))
                .body(
                        "items.code",
                        contains(
                                "DOSSIER_STATE_FORBIDS",
                                null,
                                null,
                                "DOCUMENT_ALREADY_FILED",
                                "UNKNOWN_DOCUMENT",
                                "UNKNOWN_DOSSIER"))
                .body("filed", equalTo(3))
                .body("items[0].message", containsString("CLOSED"))
                .body("items[1].filing.ordinal", equalTo(2));
        agency.as("specialist")
                .get("/v1/incoming-documents/" + good)
                .then()
                .body("dossierIds.size()", equalTo(2));
        agency.as("specialist").get(INBOX).then().body("items", empty());
        Problems.expectFinding(
                agency.creating("specialist")
                        .body(Map.of("items", List.of()))
                        .post(INBOX + "/filings")
                        .then(),
                "/items",
                "REQUIRED");
    }

    private static Map<String, String> item(String document, String dossier) {
        return Map.of("documentId", document, "dossierId", dossier);
    }

    /** Red when a foreign document or dossier can be reached by naming it. */
    @Test
    void filesNothingOfAnotherAgency() {
        TestAgency own = TestAgency.fresh();
        TestAgency foreign = TestAgency.fresh();
        String document = Work.register(foreign);
        String dossier = Work.openDossier(foreign);

        own.creating("specialist")
                .body(
                        Map.of(
                                "items",
                                List.of(
                                        item(document, Work.openDossier(own)),
                                        item(Work.register(own), dossier))))
                .post(INBOX + "/filings")
                .then()
                .statusCode(200)
                .body("items.code", contains("UNKNOWN_DOCUMENT", "UNKNOWN_DOSSIER"));
    }

    @Test
    void aFilingMistakeIsMendedByMovingWithAReason() {
        TestAgency agency = TestAgency.fresh();
        String wrong = Work.openDossier(agency);
        String right = Work.openDossier(agency);
        String document = Work.register(agency);
        String stays = Work.register(agency);
        Work.file(agency, wrong, document);
        Work.file(agency, wrong, stays);
        Map<String, Object> body = new HashMap<>();
        body.put("toDossierId", right);
        Problems.expectFinding(move(agency, wrong, document, body), "/reason", "REQUIRED");
        body.put("reason", "Xếp nhầm hồ sơ");
        body.put("toDossierId", UUID.randomUUID().toString());
        Problems.expectFinding(
                move(agency, wrong, document, body), "/toDossierId", "UNKNOWN_DOSSIER");
        body.put("toDossierId", right);

        move(agency, wrong, document, body)
                .statusCode(200)
                .body("dossierId", equalTo(right))
                .body("ordinal", equalTo(1));

        agency.as("specialist")
                .get("/v1/dossiers/" + wrong + "/documents")
                .then()
                .body("items.documentId", contains(stays))
                .body("items.ordinal", contains(1));
        agency.as("specialist")
                .get("/v1/dossiers/" + wrong)
                .then()
                .body("documentCount", equalTo(1))
                .body("pageCount", equalTo(2));
        Problems.expect(
                agency.creating("specialist")
                        .header("If-Match", Work.etag(agency, "/v1/dossiers/" + wrong))
                        .body(body)
                        .post("/v1/dossiers/" + wrong + "/documents/" + document + "/move")
                        .then(),
                404,
                "NOT_FOUND");
    }

    private static io.restassured.response.ValidatableResponse move(
            TestAgency agency, String from, String document, Map<String, Object> body) {
        return agency.creating("specialist")
                .header("If-Match", Work.etag(agency, "/v1/dossiers/" + from))
                .body(body)
                .post("/v1/dossiers/" + from + "/documents/" + document + "/move")
                .then();
    }

    /** Red when a dossier that was handed over still takes a correction. */
    @Test
    void afterTheHandOverNothingIsCorrectedHere() {
        TestAgency agency = TestAgency.fresh();
        String handedOver = Work.openDossier(agency);
        String document = Work.register(agency);
        Work.file(agency, handedOver, document);
        Work.close(agency, handedOver);
        Work.submit(agency, handedOver);
        String open = Work.openDossier(agency);
        String path = "/v1/dossiers/" + handedOver;
        String etag = Work.etag(agency, path);

        Problems.expect(
                move(
                        agency,
                        handedOver,
                        document,
                        Map.of("toDossierId", open, "reason", "Xếp nhầm")),
                409,
                "DOSSIER_STATE_FORBIDS");
        Problems.expect(
                agency.as("specialist")
                        .header("If-Match", etag)
                        .delete(path + "/documents/" + document)
                        .then(),
                409,
                "DOSSIER_STATE_FORBIDS");
        Problems.expect(
                agency.as("specialist")
                        .header("If-Match", etag)
                        .contentType("application/merge-patch+json")
                        .body("{\"keywords\":\"x\"}")
                        .patch(path)
                        .then(),
                409,
                "DOSSIER_STATE_FORBIDS");
        agency.as("specialist").get(path).then().body("documentCount", equalTo(1));
    }

    /** Red when filing in a second dossier is refused, or the first loses the document. */
    @Test
    void oneDocumentLivesInSeveralDossiersAndIsHandedOverWithEach() {
        TestAgency agency = TestAgency.fresh();
        String one = Work.openDossier(agency);
        String two = Work.openDossier(agency);
        String document = Work.register(agency);
        Work.file(agency, one, document);
        Work.file(agency, two, document);

        agency.as("specialist")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("dossierIds.size()", equalTo(2));
        Work.close(agency, one);
        Work.close(agency, two);
        Work.submit(agency, one, two);
        for (String dossier : List.of(one, two)) {
            agency.as("specialist")
                    .get("/v1/dossiers/" + dossier + "/documents")
                    .then()
                    .body("items.documentId", contains(document))
                    .body("items.ordinal", contains(1));
        }
    }
}
