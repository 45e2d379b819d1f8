package vn.hue.earchive.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of incoming documents through its interface. */
@QuarkusTest
class RegistrationTest {

    private static final String REGISTER = "/v1/incoming-documents";

    @Inject TestClock clock;

    @AfterEach
    void trueTime() {
        clock.reset();
    }

    /**
     * Red when the number is taken by a plain select and update (doubles), or from a sequence: the
     * refused registration in between would leave a gap.
     */
    @Test
    void fiftyParallelRegistrationsGetFiftyConsecutiveNumbers() throws Exception {
        TestAgency agency = TestAgency.fresh();
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Map<String, Object> request = Work.registration();
            all.add(() -> register(agency, request));
        }
        Map<String, Object> duplicate = Work.registration();
        register(agency, duplicate);
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> refused =
                    people.submit(() ->
                            Problems.expect(
                                    agency.creating("clerk").body(duplicate).post(REGISTER).then(),
                                    409,
                                    "DOCUMENT_ALREADY_REGISTERED"));
            for (Future<Long> one : people.invokeAll(all)) {
                numbers.add(one.get());
            }
            refused.get();
        }
        assertThat(numbers.stream().sorted().toList())
                .isEqualTo(LongStream.rangeClosed(2, 51).boxed().toList());
    }

    private static long register(TestAgency agency, Map<String, Object> request) {
        return agency.creating("clerk")
                .body(request)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("arrivalNumber");
    }

    /** Red when the year is taken in UTC: in Huế it is 2027 seven hours earlier. */
    @Test
    void aNewYearStartsAtOneAtMidnightInVietNam() {
        TestAgency agency = TestAgency.fresh();
        clock.moveTo(Instant.parse("2026-12-31T16:59:00Z"));
        assertThat(register(agency, Work.registration())).isEqualTo(1);
        assertThat(register(agency, Work.registration())).isEqualTo(2);

        clock.moveTo(Instant.parse("2026-12-31T17:00:30Z"));

        agency.creating("clerk")
                .body(Work.registration())
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("arrivalNumber", equalTo(1))
                .body("registerYear", equalTo(2027))
                .body("arrivalDate", equalTo("2027-01-01"));
    }

    @Test
    void theSameRequestAnswersTheSameAndAnotherBodyIsRefused() {
        TestAgency agency = TestAgency.fresh();
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Work.registration(Work.upload(agency, Work.pdf()));
        String first = once(agency, key, request).statusCode(201).extract().asString();

        String second =
                once(agency, key, request)
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString();

        assertThat(second).isEqualTo(first);
        Problems.expect(once(agency, key, Work.registration()), 422, "IDEMPOTENCY_KEY_REUSED");
        agency.as("clerk").get(REGISTER).then().body("items", hasSize(1));
    }

    private static io.restassured.response.ValidatableResponse once(
            TestAgency agency, String key, Map<String, Object> request) {
        return agency.as("clerk")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post(REGISTER)
                .then();
    }

    @Test
    void namesTheDocumentThatIsRegisteredAlready() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        request.put("number", "05");
        String id = Work.register(agency, request);
        request.put("number", "5");
        request.put("issuerName", "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ");

        Problems.expect(
                        agency.creating("clerk").body(request).post(REGISTER).then(),
                        409,
                        "DOCUMENT_ALREADY_REGISTERED")
                .body("nextStep", containsString(id));
    }

    @Test
    void storesTextInNfc() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        request.put("subject", Normalizer.normalize("Về việc lập hồ sơ", Normalizer.Form.NFD));

        String id = Work.register(agency, request);

        agency.as("clerk")
                .get(REGISTER + "/" + id)
                .then()
                .body("subject", equalTo("Về việc lập hồ sơ"));
    }

    @ParameterizedTest
    @CsvSource({
        "typeCode, 99, /typeCode, UNKNOWN_CODE",
        "typeCode, , /typeCode, REQUIRED",
        "number, , /number, REQUIRED",
        "number, abc, /number, NUMBER_FORMAT",
        "issuedDate, 2999-01-01, /issuedDate, IN_THE_FUTURE",
        "issuedDate, , /issuedDate, REQUIRED",
        "subject, '  ', /subject, REQUIRED",
        "accessMode, 09, /accessMode, UNKNOWN_CODE",
        "confidenceLevel, 9, /confidenceLevel, UNKNOWN_CODE",
        "urgency, 7, /urgency, UNKNOWN_CODE",
        "pageCount, 0, /pageCount, OUT_OF_RANGE",
    })
    void findsWhatIsWrongAndTakesNoNumber(String field, String value, String pointer, String code) {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        request.put(field, value);

        Problems.expectFinding(
                agency.creating("clerk").body(request).post(REGISTER).then(), pointer, code);

        assertThat(register(agency, Work.registration())).isEqualTo(1);
    }

    @Test
    void tellsEveryFindingAtOnceInTheLanguageOfTheCaller() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        request.put("typeCode", "99");
        request.put("number", "abc");

        given().auth()
                .oauth2(agency.token("clerk"))
                .header("Accept-Language", "vi")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(request)
                .post(REGISTER)
                .then()
                .statusCode(422)
                .header("Content-Language", "vi")
                .body("violations.code", contains("UNKNOWN_CODE", "NUMBER_FORMAT"))
                .body("violations[0].message", containsString("không có trong danh mục"));
    }

    @ParameterizedTest
    @CsvSource({"securityClass, CONFIDENTIAL", "accessMode, 03"})
    void refusesStateSecretsWithTheLawfulPath(String field, String value) {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        request.put(field, value);

        Problems.expect(
                        agency.creating("clerk").body(request).post(REGISTER).then(),
                        422,
                        "STATE_SECRET_NOT_ALLOWED")
                .body("nextStep", containsString("paper register"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(
                agency.as("clerk").queryParam("colour", "red").get(REGISTER).then(),
                400,
                "UNKNOWN_PARAMETER");
        Map<String, Object> request = Work.registration();
        request.put("colour", "red");
        Problems.expect(
                agency.creating("clerk").body(request).post(REGISTER).then(),
                422,
                "UNKNOWN_PROPERTY");
        Problems.expectFinding(
                agency.creating("clerk")
                        .body(Work.registration(UUID.randomUUID().toString()))
                        .post(REGISTER)
                        .then(),
                "/files/0/uploadId",
                "UNKNOWN_UPLOAD");
        Problems.expect(
                agency.as("clerk").queryParam("cursor", "x").get(REGISTER).then(),
                400,
                "INVALID_CURSOR");
        Problems.expect(
                agency.as("clerk")
                        .contentType("application/json")
                        .body(Work.registration())
                        .post(REGISTER)
                        .then(),
                400,
                "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void refusesAJsonBodyThatNoRegistrationNeeds() {
        TestAgency agency = TestAgency.fresh();
        Map<String, Object> request = Work.registration();
        request.put("description", "x".repeat(11 << 20));
        Problems.expect(
                agency.creating("clerk").body(request).post(REGISTER).then(),
                413,
                "CONTENT_TOO_LARGE");
    }

    @Test
    void anUploadBelongsToOneDocument() {
        TestAgency agency = TestAgency.fresh();
        String upload = Work.upload(agency, Work.pdf());
        Work.register(agency, Work.registration(upload));

        Problems.expect(
                agency.creating("clerk").body(Work.registration(upload)).post(REGISTER).then(),
                409,
                "UPLOAD_NOT_AVAILABLE");
    }

    @Test
    void listsTheRegisterByCursorAndFindsNumbersAsPeopleTypeThem() {
        TestAgency agency = TestAgency.fresh();
        for (int i = 0; i < 4; i++) {
            Work.register(agency, Work.registration());
        }
        Map<String, Object> request = Work.registration();
        request.put("number", "05");
        request.put("notation", "QĐ-UBND");
        String id = Work.register(agency, request);

        String next =
                agency.as("clerk")
                        .queryParam("limit", 3)
                        .get(REGISTER)
                        .then()
                        .body("items.arrivalNumber", contains(5, 4, 3))
                        .extract()
                        .path("next");
        agency.as("clerk")
                .queryParam("limit", 3)
                .queryParam("cursor", next)
                .get(REGISTER)
                .then()
                .body("items.arrivalNumber", contains(2, 1))
                .body("next", equalTo(null));
        agency.as("clerk")
                .queryParam("number", "5/qd-ubnd")
                .get(REGISTER)
                .then()
                .body("items.id", contains(id));
    }
}
