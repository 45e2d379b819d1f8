package vn.hue.earchive.document;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.local.TestTokens;

/** An agency of one test alone, with people in every role; tests do not see each other's rows. */
public record TestAgency(UUID id, String code) {

    private static final UUID CITY = UUID.fromString("00000000-0000-7000-8000-000000000057");
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    /** The city agency, to which operators and auditors belong. */
    public static TestAgency city() {
        return new TestAgency(CITY, "H57");
    }

    /** Registered by the operator just now. */
    public static TestAgency fresh() {
        return entered(null, false);
    }

    /** An agency for training, registered by the operator just now. */
    public static TestAgency forTraining() {
        return entered(null, true);
    }

    /** With a name of its own. */
    public static TestAgency named(String name) {
        return entered(name, false);
    }

    private static TestAgency entered(@Nullable String name, boolean training) {
        int n = NEXT.getAndIncrement();
        TestAgency agency = new TestAgency(UUID.randomUUID(), "H57." + n);
        city().as("operator")
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "code",
                                agency.code(),
                                "name",
                                name == null ? "UBND phường Thử nghiệm " + n : name,
                                "provisional",
                                true,
                                "validFrom",
                                "2025-07-01",
                                "training",
                                training))
                .put("/v1/agencies/" + agency.id())
                .then()
                .statusCode(201);
        return agency;
    }

    public String token(String... roles) {
        return TestTokens.token(String.join("-", roles) + "." + code, id, code, roles);
    }

    /** A request of somebody with these roles. */
    public RequestSpecification as(String... roles) {
        return given().auth().oauth2(token(roles)).header("Accept-Language", "en");
    }

    /** A request that creates or starts something, with a key of its own. */
    public RequestSpecification creating(String... roles) {
        return as(roles)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }
}
