package vn.hue.earchive.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The token table: none of the bad ones passes, none of the good ones is refused. Red when a line
 * of {@code quarkus.oidc.token.*} or the type check of {@code TokenCheck} is taken away.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TokenTableTest {

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    @Test
    void letsAGoodTokenPassAndHandsItToTheService() {
        String token = surroundings.token("good");
        given().header("Authorization", "Bearer " + token)
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("service", equalTo("document"))
                .body("headers.authorization[0]", equalTo("Bearer " + token));
    }

    @Test
    void takesTheSchemeInAnyCase() {
        given().header("Authorization", "bearer " + surroundings.token("lower-case"))
                .get("/v1/dossiers")
                .then()
                .statusCode(200);
    }

    @Test
    void takesATokenForSeveralAudiencesWhenWeAreOneOfThem() {
        given().auth()
                .oauth2(
                        surroundings.sign(
                                surroundings.claims("two").audience(Set.of("account", "earchive"))))
                .get("/v1/dossiers")
                .then()
                .statusCode(200);
    }

    @Test
    void asksForATokenWhereNoneWasSent() {
        given().get("/v1/dossiers")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"earchive\"")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void asksForATokenEvenUnderPathsThatNobodyOwns() {
        given().get("/v1/no-such-thing").then().statusCode(401);
    }

    @Test
    void asksForATokenWhereTheSchemeStandsAlone() {
        given().header("Authorization", "Bearer").get("/v1/dossiers").then().statusCode(401);
    }

    @Test
    void doesNotTakeAPasswordForAToken() {
        given().auth()
                .preemptive()
                .basic("clerk.ancuu", "secret")
                .get("/v1/dossiers")
                .then()
                .statusCode(401);
    }

    /** Red when the memory of good tokens does not look at their end. */
    @Test
    void refusesATokenThatHasExpiredSinceItWasLastSeen() {
        String token =
                surroundings.sign(
                        surroundings.claims("short").expiresAt(Instant.now().plusSeconds(2)));
        given().auth().oauth2(token).get("/v1/dossiers").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(6))
                .untilAsserted(() ->
                        given().auth().oauth2(token).get("/v1/dossiers").then().statusCode(401));
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        return bad().entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.getKey(),
                                () ->
                                        given().header(
                                                        "Authorization",
                                                        "Bearer " + row.getValue().get())
                                                .get("/v1/dossiers")
                                                .then()
                                                .statusCode(401)
                                                .contentType("application/problem+json")
                                                .header(
                                                        "WWW-Authenticate",
                                                        containsString("invalid_token"))
                                                .body("code", equalTo("INVALID_TOKEN"))
                                                .body(not(containsString("jose")))));
    }

    private Map<String, Supplier<String>> bad() {
        Map<String, Supplier<String>> bad = new LinkedHashMap<>();
        bad.put("garbage", () -> "garbage");
        bad.put("three dots", () -> "...");
        bad.put("alg none, no signature", () -> unsigned("none"));
        bad.put("alg None in another case", () -> unsigned("nOnE"));
        bad.put("alg none with the signature of a good one", this::noneWithSignature);
        bad.put(
                "HS256 with the public key as secret",
                () -> hmacWithPublicKey("HmacSHA256", "HS256"));
        bad.put(
                "HS512 with the public key as secret",
                () -> hmacWithPublicKey("HmacSHA512", "HS512"));
        bad.put("RS512 by the right key", () -> signed(SignatureAlgorithm.RS512));
        bad.put("PS256 by the right key", () -> signed(SignatureAlgorithm.PS256));
        bad.put(
                "another key under our key id",
                () ->
                        claims().jws()
                                .keyId(Surroundings.KEY_ID)
                                .sign(surroundings.foreignKeys().getPrivate()));
        bad.put(
                "another key under an unknown key id",
                () -> claims().jws().keyId("key-2").sign(surroundings.foreignKeys().getPrivate()));
        bad.put(
                "key id with a path",
                () ->
                        claims().jws()
                                .keyId("../../../../dev/null")
                                .sign(surroundings.foreignKeys().getPrivate()));
        bad.put(
                "own key offered by jku",
                () ->
                        claims().jws()
                                .keyId("theirs")
                                .header("jku", "http://127.0.0.1:9/keys")
                                .sign(surroundings.foreignKeys().getPrivate()));
        bad.put("another audience", () -> surroundings.sign(claims().audience("account")));
        bad.put("no audience", () -> surroundings.sign(without("aud")));
        bad.put(
                "another issuer",
                () -> surroundings.sign(claims().issuer("http://127.0.0.1/realms/other")));
        bad.put(
                "issuer with a slash more",
                () -> surroundings.sign(claims().issuer(surroundings.issuer() + "/")));
        bad.put("an ID token", () -> surroundings.sign(claims().claim("typ", "ID")));
        bad.put("a refresh token", () -> surroundings.sign(claims().claim("typ", "Refresh")));
        bad.put("no type", () -> surroundings.sign(without("typ")));
        bad.put("no subject", () -> surroundings.sign(without("sub")));
        bad.put(
                "expired",
                () ->
                        surroundings.sign(
                                claims().issuedAt(Instant.now().minusSeconds(600))
                                        .expiresAt(Instant.now().minusSeconds(5))));
        bad.put(
                "not yet valid",
                () ->
                        surroundings.sign(
                                claims().claim(
                                                "nbf",
                                                Instant.now().plusSeconds(300).getEpochSecond())));
        bad.put("no end of validity", this::endless);
        bad.put("a changed claim", this::changedClaim);
        bad.put("a signature cut short", () -> cut(surroundings.token("cut")));
        return bad;
    }

    private JwtClaimsBuilder claims() {
        return surroundings.claims("somebody");
    }

    private JwtClaimsBuilder without(String claim) {
        JwtClaimsBuilder all = Jwt.claims().issuer(surroundings.issuer()).issuedAt(Instant.now());
        if (!claim.equals("exp")) {
            all.expiresAt(Instant.now().plusSeconds(300));
        }
        if (!claim.equals("aud")) {
            all.audience("earchive");
        }
        if (!claim.equals("typ")) {
            all.claim("typ", "Bearer");
        }
        if (!claim.equals("sub")) {
            all.subject("somebody");
        }
        return all;
    }

    private String signed(SignatureAlgorithm algorithm) {
        return claims().jws()
                .keyId(Surroundings.KEY_ID)
                .algorithm(algorithm)
                .sign(surroundings.keys().getPrivate());
    }

    private String unsigned(String algorithm) {
        return header(algorithm) + "." + surroundings.token("none").split("\\.")[1] + ".";
    }

    private String noneWithSignature() {
        String[] parts = surroundings.token("none").split("\\.");
        return header("none") + "." + parts[1] + "." + parts[2];
    }

    private String hmacWithPublicKey(String mac, String algorithm) {
        String signed = header(algorithm) + "." + surroundings.token("hmac").split("\\.")[1];
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(surroundings.keys().getPublic().getEncoded(), mac));
            return signed + "." + base64(hmac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by hand, because the builder always adds an end. */
    private String endless() {
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"earchive\",\"sub\":\"s\",\"typ\":\"Bearer\",\"iat\":%d}"
                        .formatted(surroundings.issuer(), Instant.now().getEpochSecond());
        String signed = header("RS256") + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(surroundings.keys().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String changedClaim() {
        String[] parts = surroundings.token("honest").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0]
                + "."
                + base64(claims.replace("honest", "dishonest").getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[2];
    }

    private static String cut(String token) {
        return token.substring(0, token.length() - 10);
    }

    private static String header(String algorithm) {
        return base64(
                "{\"alg\":\"%s\",\"kid\":\"%s\"}"
                        .formatted(algorithm, Surroundings.KEY_ID)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(bytes, bytes.length));
    }
}
