package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.time.LegalDate;

/** The desk of what has no number yet: from edXML, e-mail and uploads. */
@QuarkusTest
class ArrivalTest {

    private static final String DESK = "/v1/arrivals";

    @Inject TestClock time;
    @Inject Clock clock;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    private static String place(TestAgency agency, byte[] file, Map<String, Object> known) {
        return agency.creating("clerk")
                .body(
                        Map.of(
                                "files",
                                List.of(Map.of("uploadId", Work.upload(agency, file))),
                                "sender",
                                "Bưu điện",
                                "known",
                                known))
                .post(DESK)
                .then()
                .statusCode(201)
                .body("source", equalTo("UPLOAD"))
                .extract()
                .path("id");
    }

    private static String letter(TestAgency agency, byte[] file) {
        return agency.creating("integration")
                .contentType("message/rfc822")
                .queryParam("securityClass", "NONE")
                .body(
                        Letters.multipart(
                                        "Giấy mời",
                                        Letters.attachment("application/pdf", "mời.pdf", file))
                                .getBytes(StandardCharsets.UTF_8))
                .post("/v1/emails")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse decide(
            TestAgency agency, String id, String decision, Map<String, Object> body) {
        String etag = agency.as("clerk").get(DESK + "/" + id).then().extract().header("ETag");
        return agency.creating("clerk")
                .header("If-Match", etag)
                .body(body)
                .post(DESK + "/" + id + "/" + decision)
                .then();
    }

    private static ValidatableResponse desk(TestAgency agency, String... parameters) {
        var request = agency.as("clerk");
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(DESK).then().statusCode(200);
    }

    /** Red when one of the ways in is not at the desk, or the pages miss or repeat one. */
    @Test
    void whateverWayItCameItWaitsAtOneDeskTheOldestFirst() {
        TestAgency agency = TestAgency.fresh();
        String message = TestMessage.receive(agency, TestMessage.fresh().document());
        String upload = place(agency, Work.pdf(), Map.of());
        String letter = letter(agency, Work.pdf());
        String update = TestMessage.receive(agency, TestMessage.fresh().update(Work.pdf()));
        TestMessage.receive(agency, TestMessage.fresh().recall());

        desk(agency)
                .body("items.id", contains(message, upload, letter, update))
                .body("items.source", contains("EDXML", "UPLOAD", "EMAIL", "EDXML"));
        String next =
                desk(agency, "limit", "3")
                        .body("items.id", contains(message, upload, letter))
                        .extract()
                        .path("next");
        desk(agency, "limit", "3", "cursor", next).body("items.id", contains(update));
        desk(agency, "source", "EMAIL").body("items.id", contains(letter));
        desk(TestAgency.fresh()).body("items", empty());
    }

    /** Red when the day is not counted in working days, or a registered one stays overdue. */
    @Test
    void whatIsNotRegisteredByTheNextWorkingDayIsOverdue() {
        TestAgency agency = TestAgency.fresh();
        String id = place(agency, Work.pdf(), Map.of());
        LocalDate due = LegalDate.today(clock).plusDays(1);
        while (due.getDayOfWeek().getValue() > 5) {
            due = due.plusDays(1);
        }
        desk(agency)
                .body("items[0].dueOn", equalTo(due.toString()))
                .body("items[0].overdue", equalTo(false));

        time.moveBy(Duration.ofDays(5));

        desk(agency).body("items[0].overdue", equalTo(true));
        decide(agency, id, "dismissal", Map.of("reason", "Không phải của phường"))
                .statusCode(200)
                .body("overdue", equalTo(false));
    }

    @Test
    void scannedFilesAreRegisteredOnceWithWhatWasKnown() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> known = Work.registration();
        known.keySet()
                .retainAll(List.of("typeCode", "number", "notation", "issuedDate", "subject"));
        String id = place(agency, Work.pdf(), known);
        agency.as("clerk")
                .get(DESK + "/" + id)
                .then()
                .body("problems.pointer", hasItems("/issuerName", "/pageCount"))
                .body(
                        "allowedActions",
                        contains(
                                "registerArrival",
                                "returnArrival",
                                "dismissArrival",
                                "mergeArrival"));
        Map<String, Object> rest =
                Map.of("overrides", Map.of("issuerName", "UBND thành phố Huế", "pageCount", 3));
        String document =
                agency.creating("clerk")
                        .body(rest)
                        .post(DESK + "/" + id + "/registration")
                        .then()
                        .statusCode(201)
                        .body("number", equalTo(known.get("number")))
                        .body("pageCount", equalTo(3))
                        .body("files", hasSize(1))
                        .extract()
                        .path("id");

        agency.creating("clerk")
                .body(rest)
                .post(DESK + "/" + id + "/registration")
                .then()
                .statusCode(200)
                .body("id", equalTo(document));
        agency.as("clerk").get("/v1/incoming-documents").then().body("items", hasSize(1));
        desk(agency).body("items", empty());
        desk(agency, "state", "REGISTERED")
                .body("items.incomingDocumentId", contains(document))
                .body("items[0].allowedActions", empty());
    }

    /** Red when the desk shows no likeness, or shows that of another agency. */
    @Test
    void theDeskShowsWhatLooksAlike() {
        TestAgency agency = TestAgency.fresh();
        byte[] bytes = Work.pdf();
        String known = Work.register(agency, Work.registration(Work.upload(agency, bytes)));
        TestAgency other = TestAgency.fresh();
        letter(other, bytes);
        desk(other).body("items[0].duplicates", empty());

        letter(agency, bytes);

        desk(agency)
                .body("items[0].duplicates.code", contains("SAME_CONTENT"))
                .body("items[0].duplicates.documentId", contains(known));
    }

    /** Red when a merger takes a number, or adds bytes that the document has already. */
    @Test
    void aSecondCopyIsMergedWithoutASecondNumber() {
        TestAgency agency = TestAgency.fresh();
        byte[] scan = Work.pdf();
        String document = Work.register(agency, Work.registration(Work.upload(agency, scan)));
        String same = letter(agency, scan);
        decide(agency, same, "merger", Map.of("documentId", document))
                .statusCode(200)
                .body("state", equalTo("MERGED"))
                .body("incomingDocumentId", equalTo(document));
        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("files", hasSize(1));
        TestMessage original = TestMessage.fresh();
        String message = TestMessage.receive(agency, original.document());

        decide(agency, message, "merger", Map.of("documentId", document))
                .statusCode(200)
                .body("state", equalTo("MERGED"));

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("files.name", hasItem(original.number() + ".pdf"))
                .body("files.role", contains("MAIN", "ATTACHMENT"));
        agency.as("clerk").get("/v1/incoming-documents").then().body("items", hasSize(1));
        agency.as("clerk")
                .get("/v1/outbound-messages")
                .then()
                .body("items.statusCode", hasItems("01", "03"));
    }

    /** Red when a recall finds only what was registered of its message. */
    @Test
    void aRecallReachesTheDocumentThatItsMessageWasMergedInto() {
        TestAgency agency = TestAgency.fresh();
        String document = Work.register(agency);
        TestMessage original = TestMessage.fresh();
        decide(
                        agency,
                        TestMessage.receive(agency, original.document()),
                        "merger",
                        Map.of("documentId", document))
                .statusCode(200);
        String recall = TestMessage.receive(agency, original.recall());

        TestMessage.decide(agency, recall, "acceptance", "{}").statusCode(200);

        agency.as("clerk")
                .get("/v1/incoming-documents/" + document)
                .then()
                .body("state", equalTo("RECALLED"));
    }

    @Test
    void nothingIsMergedIntoWhatIsNoIncomingDocumentOfTheAgency() {
        TestAgency agency = TestAgency.fresh();
        String id = place(agency, Work.pdf(), Map.of());
        for (String other : List.of(Work.register(TestAgency.fresh()), id)) {
            Problems.expectFinding(
                    decide(agency, id, "merger", Map.of("documentId", other)),
                    "/documentId",
                    "UNKNOWN_DOCUMENT");
        }
        Problems.expectFinding(decide(agency, id, "merger", Map.of()), "/documentId", "REQUIRED");
    }

    @Test
    void whatIsInAClosedDossierIsNotMergedInto() {
        Work.importSchedule();
        TestAgency agency = TestAgency.fresh();
        String document = Work.register(agency);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, document);
        Work.close(agency, dossier);
        String id = place(agency, Work.pdf(), Map.of());

        Problems.expect(
                decide(agency, id, "merger", Map.of("documentId", document)),
                409,
                "EDXML_DOCUMENT_FROZEN");
        desk(agency).body("items.id", contains(id));
    }

    /** Red when the reason is not demanded or not told, or a decided one can be decided again. */
    @Test
    void whatIsSentBackOrNotForUsLeavesWithAReasonOnce() {
        TestAgency agency = TestAgency.fresh();
        String letter = letter(agency, Work.pdf());
        String message = TestMessage.receive(agency, TestMessage.fresh().document());
        Problems.expectFinding(decide(agency, letter, "return", Map.of()), "/reason", "REQUIRED");

        decide(agency, letter, "return", Map.of("reason", "Thiếu phụ lục"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("reason", equalTo("Thiếu phụ lục"))
                .body("decidedBy", notNullValue());
        decide(agency, message, "dismissal", Map.of("reason", "Văn bản của phường khác"))
                .statusCode(200)
                .body("state", equalTo("DISMISSED"));

        Problems.expect(
                decide(agency, letter, "dismissal", Map.of("reason", "x")),
                409,
                "ARRIVAL_STATE_FORBIDS");
        Problems.expect(
                agency.creating("clerk").post(DESK + "/" + message + "/registration").then(),
                409,
                "ARRIVAL_STATE_FORBIDS");
        agency.as("clerk")
                .get("/v1/outbound-messages")
                .then()
                .body("items.statusCode", hasItem("02"));
        agency.as("clerk")
                .get("/v1/edxml-messages/" + message)
                .then()
                .body("state", equalTo("DISMISSED"));
    }

    /** Red when the desk decides over what another clerk has decided meanwhile. */
    @Test
    void aDecisionNeedsTheVersionThatWasSeen() {
        TestAgency agency = TestAgency.fresh();
        String id = place(agency, Work.pdf(), Map.of());
        Problems.expect(
                agency.creating("clerk")
                        .body(Map.of("reason", "x"))
                        .post(DESK + "/" + id + "/return")
                        .then(),
                428,
                "IF_MATCH_REQUIRED");
        Problems.expect(
                agency.creating("clerk")
                        .header("If-Match", "\"v9\"")
                        .body(Map.of("reason", "x"))
                        .post(DESK + "/" + id + "/return")
                        .then(),
                412,
                "STALE_ETAG");
    }

    @Test
    void aSecretOrAnUploadOfAnotherIsNotPlaced() {
        TestAgency agency = TestAgency.fresh();
        String upload = Work.upload(agency, Work.pdf());
        Map<String, Object> file = Map.of("uploadId", upload);
        Problems.expect(
                agency.creating("clerk")
                        .body(
                                Map.of(
                                        "files",
                                        List.of(file),
                                        "known",
                                        Map.of("securityClass", "MAT")))
                        .post(DESK)
                        .then(),
                422,
                "STATE_SECRET_NOT_ALLOWED");
        Problems.expectFinding(
                TestAgency.fresh()
                        .creating("clerk")
                        .body(Map.of("files", List.of(file)))
                        .post(DESK)
                        .then(),
                "/files/0/uploadId",
                "UNKNOWN_UPLOAD");
    }
}
