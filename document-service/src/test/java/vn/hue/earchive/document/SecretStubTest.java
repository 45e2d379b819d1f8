package vn.hue.earchive.document;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Number slots of state-secret papers: a number and a level, nothing else. */
@QuarkusTest
class SecretStubTest {

    private static final String STUBS = "/v1/secret-stubs";

    /** Red when secret papers share a series with others, or with the other direction. */
    @Test
    void secretPapersHaveTheirOwnSeriesInEachDirection() {
        TestAgency agency = TestAgency.fresh();
        Work.register(agency, Work.registration());
        Outgoing.issued(agency);
        for (String direction : new String[] {"INCOMING", "OUTGOING"}) {
            agency.creating("clerk")
                    .body(Map.of("direction", direction, "securityClass", "SECRET"))
                    .post(STUBS)
                    .then()
                    .statusCode(201)
                    .body("written", equalTo("01"));
        }

        agency.as("clerk")
                .get(STUBS)
                .then()
                .body("items.direction", contains("OUTGOING", "INCOMING"));
        agency.as("clerk").get("/v1/incoming-documents").then().body("items", hasSize(1));
    }

    /** Red when anything of the content can be written down. */
    @Test
    void takesNothingOfTheContent() {
        TestAgency agency = TestAgency.fresh();
        for (String field : new String[] {"subject", "files", "issuerName"}) {
            Problems.expect(
                    agency.creating("clerk")
                            .body(
                                    Map.of(
                                            "direction",
                                            "INCOMING",
                                            "securityClass",
                                            "SECRET",
                                            field,
                                            "x"))
                            .post(STUBS)
                            .then(),
                    422,
                    "UNKNOWN_PROPERTY");
        }
        Problems.expectFinding(
                agency.creating("clerk")
                        .body(Map.of("direction", "INCOMING", "securityClass", "NONE"))
                        .post(STUBS)
                        .then(),
                "/securityClass",
                "UNKNOWN_CODE");
        agency.as("clerk").get(STUBS).then().body("items", hasSize(0));
    }
}
