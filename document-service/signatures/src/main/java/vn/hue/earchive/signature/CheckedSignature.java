package vn.hue.earchive.signature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signature of a file (domain reference section 7).
 *
 * @param format for example {@code PAdES-BASELINE-T}
 * @param coverage {@code WHOLE_FILE}, {@code EARLIER_REVISION} of a PDF that was added to, or
 *     {@code SIGNED_PARTS}
 * @param indication main indication of ETSI EN 319 102-1
 * @param subIndication null when the main indication says all
 * @param chain from the signer's certificate upwards
 * @param claimedAt what the signer says; proves nothing
 * @param provenAt earliest time that is proven: that of a trusted timestamp, else of the check
 * @param revocation null when there was no revocation data for the signer's certificate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckedSignature(
        SignatureResult result,
        SignatureCause cause,
        @Nullable String format,
        String coverage,
        String indication,
        @Nullable String subIndication,
        @Nullable String signer,
        @Nullable String serialNumber,
        @Nullable String issuer,
        List<Certificate> chain,
        @Nullable Instant claimedAt,
        @Nullable Instant provenAt,
        List<Timestamp> timestamps,
        @Nullable Revocation revocation) {

    /** One certificate of the chain; names as RFC 2253 text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Certificate(
            String subject,
            String issuer,
            String serialNumber,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            boolean trustAnchor) {}

    /**
     * A timestamp over the signature.
     *
     * @param valid as the whole validation found it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Timestamp(@Nullable Instant at, @Nullable String issuer, boolean valid) {}

    /**
     * What the revocation data says of the signer's certificate.
     *
     * @param source {@code CRL} or {@code OCSP} and where it came from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Revocation(
            boolean revoked, @Nullable Instant revokedAt, @Nullable String reason, String source) {}
}
