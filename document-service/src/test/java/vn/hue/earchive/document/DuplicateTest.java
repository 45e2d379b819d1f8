package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Warnings of documents that an agency seems to have already. */
@QuarkusTest
class DuplicateTest {

    private static final String REGISTER = "/v1/incoming-documents";

    /**
     * Red when a copy with the same bytes, or the same number, comes in unnoticed or is blocked.
     */
    @Test
    void namesWhatIsAlikeAndBlocksNothing() {
        TestAgency agency = TestAgency.fresh();
        byte[] bytes = Work.pdf();
        Map<String, Object> first = Work.registration(Work.upload(agency, bytes));
        String known = Work.register(agency, first);
        Map<String, Object> sameBytes = Work.registration(Work.upload(agency, bytes));
        agency.creating("clerk")
                .body(sameBytes)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("warnings.code", contains("SAME_CONTENT"))
                .body("warnings.documentId", contains(known));
        Map<String, Object> otherDate = Work.registration();
        otherDate.put("number", first.get("number"));
        otherDate.put("issuedDate", "2025-05-05");
        agency.creating("clerk")
                .body(otherDate)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("warnings.code", contains("SAME_NUMBER_AND_ISSUER"));
        Map<String, Object> otherIssuer = Work.registration();
        otherIssuer.put("number", first.get("number"));
        otherIssuer.put("issuerName", "UBND thành phố Huế");
        agency.creating("clerk")
                .body(otherIssuer)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("warnings.code", contains("SAME_NUMBER_AND_DATE"));

        agency.creating("clerk")
                .body(Work.registration())
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("warnings", nullValue());
    }

    @Test
    void anExactDuplicateIsRegisteredOnlyByAPersonWhoConfirmsIt() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        Work.register(agency, request);
        Problems.expect(
                agency.creating("clerk").body(request).post(REGISTER).then(),
                409,
                "DOCUMENT_ALREADY_REGISTERED");
        request.put("duplicateConfirmed", true);

        agency.creating("clerk")
                .body(request)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("warnings.code", contains("SAME_SOURCE"));
    }

    @Test
    void findsThemBeforeAnythingIsRegisteredAndInTheAgencyOnly() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        String id = Work.register(agency, request);
        for (TestAgency asking : List.of(agency, TestAgency.fresh())) {
            asking.as("clerk")
                    .queryParam("number", request.get("number"))
                    .queryParam("notation", "ct-ubnd")
                    .queryParam("issuerName", "UY BAN NHAN DAN THANH PHO HUE")
                    .queryParam("issuedDate", "2025-04-01")
                    .get("/v1/duplicates")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.documentId",
                            equalTo(asking.equals(agency) ? List.of(id) : List.of()));
        }
    }
}
