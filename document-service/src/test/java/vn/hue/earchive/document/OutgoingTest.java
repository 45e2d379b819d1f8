package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outgoing documents through their interface, from draft to issue and after. */
@QuarkusTest
class OutgoingTest {

    /**
     * Red when number and date come before the person's signature or after the agency's, when a
     * signed file does not take the place of the one before, or the issued original can change.
     */
    @Test
    void goesTheWayOfTheLawAndFreezesTheSignedOriginal() {
        TestAgency agency = TestAgency.fresh();
        String draftFile = Work.upload(agency, Work.pdf());
        String personal = Work.upload(agency, Work.pdf());
        byte[] last = Work.pdf();
        String agencySigned = Work.upload(agency, last);
        String id = Outgoing.draft(agency, Outgoing.electronic(draftFile));
        Outgoing.step(agency, id, "review", Map.of()).statusCode(200);
        Outgoing.step(agency, id, "approval", Map.of()).statusCode(200);
        Problems.expect(
                Outgoing.step(agency, id, "number", Map.of()), 409, "OUTGOING_STATE_FORBIDS");
        Problems.expectFinding(
                Outgoing.step(agency, id, "signature", Map.of()),
                "/signedFile",
                "SIGNED_FILE_REQUIRED");
        Outgoing.step(agency, id, "signature", Map.of("signedFile", personal))
                .statusCode(200)
                .body("number", nullValue())
                .body("files.id", contains(personal));
        Problems.expect(
                Outgoing.step(agency, id, "agency-signature", Map.of("signedFile", agencySigned)),
                409,
                "OUTGOING_STATE_FORBIDS");
        Outgoing.step(agency, id, "number", Map.of())
                .statusCode(200)
                .body("number", equalTo("01"))
                .body("notation", equalTo("QĐ-UBND"));
        Outgoing.step(agency, id, "agency-signature", Map.of("signedFile", agencySigned))
                .statusCode(200);

        Outgoing.step(agency, id, "issue", Map.of())
                .statusCode(200)
                .body("state", equalTo("ISSUED"))
                .body("files.id", contains(agencySigned))
                .body("allowedActions", not(hasItem("amendOutgoingDocument")));

        byte[] read =
                agency.as("clerk")
                        .get("/v1/documents/" + id + "/files/" + agencySigned + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertThat(read).isEqualTo(last);
        Problems.expect(
                agency.creating("specialist")
                        .header("If-Match", Work.etag(agency, Outgoing.PATH + "/" + id))
                        .body(Outgoing.paper())
                        .put(Outgoing.PATH + "/" + id)
                        .then(),
                409,
                "OUTGOING_STATE_FORBIDS");
    }

    @Test
    void itsFileIsReadWhileItIsADraft() {
        TestAgency agency = TestAgency.fresh();
        byte[] bytes = Work.pdf();
        String upload = Work.upload(agency, bytes);
        String id = Outgoing.draft(agency, Outgoing.electronic(upload));

        byte[] read =
                agency.as("unit-head")
                        .get("/v1/documents/" + id + "/files/" + upload + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();

        assertThat(read).isEqualTo(bytes);
        Problems.expect(
                TestAgency.fresh()
                        .as("unit-head")
                        .get("/v1/documents/" + id + "/files/" + upload + "/content")
                        .then(),
                404,
                "NOT_FOUND");
    }

    /** Red when dossiers, closing or hand-over take only what came in. */
    @Test
    void isFiledClosedAndHandedOverLikeAnIncomingOne() {
        TestAgency agency = TestAgency.fresh();
        Work.importSchedule();
        String id = Outgoing.issuedElectronic(agency);
        String dossier = Work.openDossier(agency);
        Work.file(agency, dossier, id);
        agency.as("clerk")
                .get(Outgoing.PATH + "/" + id)
                .then()
                .body("state", equalTo("FILED"))
                .body("dossierIds", contains(dossier));
        agency.as("clerk")
                .get("/v1/dossiers/" + dossier + "/documents")
                .then()
                .body("items.document.direction", contains("OUTGOING"));
        Work.close(agency, dossier);
        assertThat(Work.submit(agency, dossier).getString("id")).isNotNull();
    }

    /** Red when a draft could be filed: it has no number, and its files may still change. */
    @Test
    void aDraftIsNotFiled() {
        TestAgency agency = TestAgency.fresh();
        Work.importSchedule();
        String id = Outgoing.upTo(agency, Outgoing.paper(), "agency-signature");
        String dossier = Work.openDossier(agency);

        Problems.expectFinding(
                agency.creating("specialist")
                        .body(Map.of("documentId", id))
                        .post("/v1/dossiers/" + dossier + "/documents")
                        .then(),
                "/documentId",
                "UNKNOWN_DOCUMENT");
    }

    /** Red when the drafter could wave through what they wrote themselves. */
    @Test
    void nobodyReviewsTheirOwnDraft() {
        TestAgency agency = TestAgency.fresh();
        String id =
                agency.creating("unit-head")
                        .body(Outgoing.paper())
                        .post(Outgoing.PATH)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        Problems.expect(Outgoing.step(agency, id, "review", Map.of()), 409, "SAME_PERSON");

        agency.as("clerk").get(Outgoing.PATH + "/" + id).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void isSentBackWithAReason() {
        TestAgency agency = TestAgency.fresh();
        String id = Outgoing.upTo(agency, Outgoing.paper(), "signature");
        Problems.expectFinding(
                Outgoing.step(agency, id, "sending-back", Map.of("reason", " ")),
                "/reason",
                "REQUIRED");

        Outgoing.step(agency, id, "sending-back", Map.of("reason", "Sai căn cứ"))
                .statusCode(200)
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void aReplacementOfTheSameTypeEndsWhatItReplaces() {
        TestAgency agency = TestAgency.fresh();
        String old = Outgoing.issued(agency);
        Map<String, Object> draft = Outgoing.paper();
        draft.put("replacesId", old);
        draft.put("typeCode", "07");
        Problems.expectFinding(
                agency.creating("specialist").body(draft).post(Outgoing.PATH).then(),
                "/typeCode",
                "REPLACEMENT_OF_OTHER_TYPE");
        draft.put("typeCode", "02");

        String id = Outgoing.upTo(agency, draft, "issue");

        agency.as("clerk")
                .get(Outgoing.PATH + "/" + old)
                .then()
                .body("state", equalTo("REPLACED"))
                .body("replacedBy", equalTo(id))
                .body("number", equalTo("01"));
        Problems.expect(
                Outgoing.step(agency, old, "recall", Map.of("reason", "x")),
                409,
                "OUTGOING_STATE_FORBIDS");
    }

    @Test
    void anOfficialLetterCorrectsAndTheDocumentStaysValid() {
        TestAgency agency = TestAgency.fresh();
        String old = Outgoing.issued(agency);
        Map<String, Object> draft = Outgoing.paper();
        draft.put("correctsId", old);
        Problems.expectFinding(
                agency.creating("specialist").body(draft).post(Outgoing.PATH).then(),
                "/typeCode",
                "CORRECTION_IS_A_LETTER");
        draft.put("typeCode", "22");
        draft.put("unitAbbreviation", "VP");

        String letter = Outgoing.upTo(agency, draft, "issue");

        agency.as("clerk")
                .get(Outgoing.PATH + "/" + letter)
                .then()
                .body("notation", equalTo("UBND-VP"));
        agency.as("clerk")
                .get(Outgoing.PATH + "/" + old)
                .then()
                .body("state", equalTo("CORRECTED"));
        Outgoing.step(agency, old, "recall", Map.of("reason", "Ban hành trái thẩm quyền"))
                .statusCode(200)
                .body("state", equalTo("RECALLED"))
                .body("endReason", equalTo("Ban hành trái thẩm quyền"));
    }

    /** Red when two documents that replace one another's target both come through. */
    @Test
    void aDocumentIsReplacedOnce() {
        TestAgency agency = TestAgency.fresh();
        String old = Outgoing.issued(agency);
        Map<String, Object> draft = Outgoing.paper();
        draft.put("replacesId", old);
        String first = Outgoing.upTo(agency, draft, "agency-signature");
        String second = Outgoing.upTo(agency, draft, "agency-signature");
        Outgoing.step(agency, first, "issue", Map.of()).statusCode(200);

        Problems.expect(
                Outgoing.step(agency, second, "issue", Map.of()), 409, "OUTGOING_STATE_FORBIDS");

        agency.as("clerk")
                .get(Outgoing.PATH + "/" + second)
                .then()
                .body("state", equalTo("AGENCY_SIGNED"));
    }

    @ParameterizedTest
    @CsvSource({
        "typeCode, 99, /typeCode, UNKNOWN_CODE",
        "subject, '  ', /subject, REQUIRED",
        "signerName, , /signerName, REQUIRED",
        "signerPosition, , /signerPosition, REQUIRED",
        "recipients, , /recipients, REQUIRED",
        "pageCount, 0, /pageCount, OUT_OF_RANGE",
        "notation, '///', /notation, NUMBER_FORMAT",
        "signCapacity, XX, /signCapacity, UNKNOWN_CODE",
        "urgency, 9, /urgency, UNKNOWN_CODE",
        "replacesId, 00000000-0000-7000-8000-000000000001, /replacesId, UNKNOWN_OUTGOING_DOCUMENT",
        "answersId, 00000000-0000-7000-8000-000000000001, /answersId, UNKNOWN_DOCUMENT",
    })
    void findsWhatIsWrongWithADraft(String field, String value, String pointer, String code) {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> draft = Outgoing.paper();
        draft.put(field, value);

        Problems.expectFinding(
                agency.creating("specialist").body(draft).post(Outgoing.PATH).then(),
                pointer,
                code);
    }

    @ParameterizedTest
    @CsvSource({"securityClass, SECRET", "accessMode, 03"})
    void refusesStateSecrets(String field, String value) {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> draft = Outgoing.paper();
        draft.put(field, value);

        Problems.expect(
                agency.creating("specialist").body(draft).post(Outgoing.PATH).then(),
                422,
                "STATE_SECRET_NOT_ALLOWED");
    }

    /** Red when a stale reader can push a document on, or a repetition takes a second number. */
    @Test
    void aStepIsDoneOnceAndOnlyOnWhatWasSeen() {
        TestAgency agency = TestAgency.fresh();
        String id = Outgoing.upTo(agency, Outgoing.paper(), "signature");
        String path = Outgoing.PATH + "/" + id;
        Problems.expect(
                agency.creating("clerk").post(path + "/number").then(), 428, "IF_MATCH_REQUIRED");
        Problems.expect(
                agency.creating("clerk").header("If-Match", "\"v1\"").post(path + "/number").then(),
                412,
                "STALE_ETAG");
        String key = UUID.randomUUID().toString();
        String etag = Work.etag(agency, path);

        for (int i = 0; i < 2; i++) {
            agency.as("clerk")
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .post(path + "/number")
                    .then()
                    .statusCode(200)
                    .body("number", equalTo("01"));
        }

        agency.as("clerk").get("/v1/outgoing-numbers").then().body("items", hasSize(1));
    }

    @Test
    void listsByStateNumberAndCursor() {
        TestAgency agency = TestAgency.fresh();
        List<String> drafts =
                List.of(
                        Outgoing.draft(agency, Outgoing.paper()),
                        Outgoing.draft(agency, Outgoing.paper()));
        String issued = Outgoing.issued(agency);
        String next =
                agency.as("clerk")
                        .queryParam("limit", 2)
                        .get(Outgoing.PATH)
                        .then()
                        .body("items.id", contains(issued, drafts.get(1)))
                        .extract()
                        .path("next");
        agency.as("clerk")
                .queryParam("cursor", next)
                .queryParam("limit", 2)
                .get(Outgoing.PATH)
                .then()
                .body("items.id", contains(drafts.getFirst()));
        agency.as("clerk")
                .queryParam("state", "DRAFT")
                .get(Outgoing.PATH)
                .then()
                .body("items", hasSize(2));
        agency.as("clerk")
                .queryParam("number", "1/qd-ubnd")
                .get(Outgoing.PATH)
                .then()
                .body("items.id", contains(issued));
        Problems.expect(
                        agency.as("clerk").queryParam("state", "LOST").get(Outgoing.PATH).then(),
                        400,
                        "INVALID_PARAMETER")
                .body("detail", containsString("state"));
    }
}
