package vn.hue.earchive.document;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The object store and the broker do not answer; nobody listens on the port. */
@QuarkusTest
@TestProfile(StoreDownTest.NothingAnswers.class)
class StoreDownTest {

    /** Addresses at which nothing is. */
    public static class NothingAnswers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "earchive.s3.working.endpoint", "http://127.0.0.1:1",
                    "kafka.bootstrap.servers", "127.0.0.1:1");
        }
    }

    @Test
    void whatNeedsTheStoreIsRefusedForNow() {
        TestAgency agency = TestAgency.fresh();

        Problems.expect(
                        agency.creating("clerk")
                                .contentType("application/pdf")
                                .queryParam("securityClass", "NONE")
                                .queryParam("fileName", "a.pdf")
                                .body(Work.pdf())
                                .post("/v1/uploads")
                                .then(),
                        503,
                        "STORE_UNAVAILABLE")
                .body("retryable", equalTo(true));
        Problems.expect(
                agency.creating("clerk")
                        .contentType("application/xml")
                        .body(Work.sample("incoming-document.edxml"))
                        .post("/v1/edxml-messages")
                        .then(),
                503,
                "STORE_UNAVAILABLE");
    }

    /** Red when the event is sent inside the request: registration must not need the broker. */
    @Test
    void aRegistrationSucceedsWithoutTheBroker() {
        TestAgency agency = TestAgency.fresh();
        String id = Work.register(agency, Work.registration());
        agency.as("clerk")
                .get("/v1/incoming-documents/" + id)
                .then()
                .body("arrivalNumber", equalTo(1));
    }
}
