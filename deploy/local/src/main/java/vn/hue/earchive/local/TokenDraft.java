package vn.hue.earchive.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A token in the making; every method changes one thing of an otherwise valid access token. */
public final class TokenDraft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private PrivateKey key = TestTokens.stackKey();

    TokenDraft(String username, UUID agencyId, String agencyCode, List<String> roles) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        claims.put("iss", TestTokens.ISSUER);
        claims.put("aud", List.of(TestTokens.AUDIENCE));
        claims.put(
                "sub",
                UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString());
        claims.put("typ", "Bearer");
        claims.put("azp", "earchive-cli");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("preferred_username", username);
        claims.put("agency_id", agencyId.toString());
        claims.put("agency_code", agencyCode);
        claims.put("realm_access", Map.of("roles", roles));
        lifetime(now, now.plus(Duration.ofMinutes(15)));
    }

    /** Valid until an hour ago. */
    public TokenDraft expired() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return lifetime(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
    }

    public TokenDraft issuedBy(String issuer) {
        return claim("iss", issuer);
    }

    public TokenDraft forAudience(String audience) {
        return claim("aud", List.of(audience));
    }

    /** What an OpenID Connect ID token says of itself; it proves a login and opens no door. */
    public TokenDraft asIdToken() {
        return claim("typ", "ID");
    }

    /** The client on whose behalf the token was issued. */
    public TokenDraft throughClient(String client) {
        return claim("azp", client);
    }

    /** Signed with a key that nobody trusts. */
    public TokenDraft signedByStranger() {
        key = TestTokens.newKey().getPrivate();
        return this;
    }

    public TokenDraft claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TokenDraft without(String name) {
        claims.remove(name);
        return this;
    }

    /** The token in compact form, RS256. */
    public String sign() {
        try {
            String content = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token with {@code alg: none} and no signature. */
    public String unsigned() {
        try {
            return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private TokenDraft lifetime(Instant from, Instant until) {
        claims.put("iat", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        return this;
    }

    private static String part(Map<String, ?> content) throws JsonProcessingException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsBytes(content));
    }
}
