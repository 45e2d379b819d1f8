package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs what the archive tells somebody with the key of the log, as a JWS (RFC 7515, RFC 8037) that
 * anybody checks with {@code GET /v1/evidence/jwks} or the published key. What is signed begins
 * with the header of the JWS, so that no statement is ever a checkpoint, nor the other way round.
 */
@ApplicationScoped
public class SignStatement {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final SigningKey key;
    private final EvidenceConfig config;

    SignStatement(SigningKey key, EvidenceConfig config) {
        this.key = key;
        this.config = config;
    }

    /** Name of the archive's log and key. */
    public String origin() {
        return config.origin();
    }

    /**
     * The compact form; the same statement gives the same bytes.
     *
     * @param type of the header, {@code typ}
     * @param payload JSON
     * @return empty when this instance has no key
     */
    public Optional<String> jws(String type, byte[] payload) {
        if (!key.present()) {
            return Optional.empty();
        }
        String header =
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"%s\"}"
                        .formatted(key.verifier().kid(), type);
        String signed =
                URL.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + URL.encodeToString(payload);
        byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return Optional.of(signed + "." + URL.encodeToString(signature));
    }
}
