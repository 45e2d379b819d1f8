package vn.hue.earchive.kit.probe;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import vn.hue.earchive.local.TestTokens;

/** Callers of the tests: people of two communes. */
public final class Someone {

    public static final UUID AN_CUU = UUID.fromString("019aab10-0000-7000-8000-00000000a001");
    public static final UUID VY_DA = UUID.fromString("019aab10-0000-7000-8000-00000000a002");

    private Someone() {}

    public static RequestSpecification clerkOfAnCuu() {
        return with(TestTokens.token("clerk.ancuu", AN_CUU, "H57.01", "clerk"));
    }

    public static RequestSpecification clerkOfVyDa() {
        return with(TestTokens.token("clerk.vyda", VY_DA, "H57.02", "clerk"));
    }

    public static RequestSpecification operator() {
        return with(
                TestTokens.token(
                        "operator",
                        UUID.fromString("019aab10-0000-7000-8000-00000000a000"),
                        "H57",
                        "operator"));
    }

    public static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    public static RequestSpecification nobody() {
        return RestAssured.given();
    }
}
