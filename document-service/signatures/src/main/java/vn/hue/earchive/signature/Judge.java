package vn.hue.earchive.signature;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an indication of ETSI EN 319 102-1 means to a clerk, given what else is known. A change
 * after signing is certain whoever signed, so it is looked at before the chain.
 */
final class Judge {

    private Judge() {}

    /**
     * What is known of one signature besides its indication.
     *
     * @param contentDiffers a digest of signed content does not fit
     * @param changedAfter something other than an annotation, a form field or validation data was
     *     added to a PDF after the signature
     * @param annotatedAfter annotations were added after it
     * @param anchors how many trust anchors there were
     * @param at time of the check
     * @param validFrom of the signer's certificate
     */
    record Facts(
            boolean contentDiffers,
            boolean changedAfter,
            boolean annotatedAfter,
            boolean revoked,
            int anchors,
            Instant at,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {}

    static SignatureCause cause(Indication indication, @Nullable SubIndication why, Facts facts) {
        if (facts.contentDiffers()) {
            return SignatureCause.CONTENT_CHANGED;
        }
        if (why == SubIndication.SIG_CRYPTO_FAILURE) {
            return SignatureCause.SIGNATURE_FORGED;
        }
        if (facts.changedAfter()) {
            return SignatureCause.CHANGED_AFTER_SIGNING;
        }
        return switch (indication) {
            case TOTAL_PASSED, PASSED -> passed(facts);
            case TOTAL_FAILED, FAILED -> failed(why);
            default -> open(why, facts);
        };
    }

    private static SignatureCause passed(Facts facts) {
        if (facts.annotatedAfter()) {
            return SignatureCause.ANNOTATED_AFTER_SIGNING;
        }
        if (facts.revoked()) {
            return SignatureCause.REVOKED_SINCE;
        }
        return facts.validUntil() != null && facts.validUntil().isBefore(facts.at())
                ? SignatureCause.EXPIRED_SINCE
                : SignatureCause.SIGNATURE_GOOD;
    }

    private static SignatureCause failed(@Nullable SubIndication why) {
        if (why == null) {
            return SignatureCause.SIGNATURE_MALFORMED;
        }
        return switch (why) {
            case HASH_FAILURE -> SignatureCause.CONTENT_CHANGED;
            case REVOKED -> SignatureCause.REVOKED_BEFORE_SIGNING;
            case EXPIRED, NOT_YET_VALID -> SignatureCause.EXPIRED_BEFORE_SIGNING;
            default -> SignatureCause.SIGNATURE_MALFORMED;
        };
    }

    private static SignatureCause open(@Nullable SubIndication why, Facts facts) {
        if (why == null) {
            return SignatureCause.NOT_CONCLUSIVE;
        }
        return switch (why) {
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE ->
                    facts.anchors() == 0
                            ? SignatureCause.NO_TRUST_ANCHORS
                            : SignatureCause.ISSUER_UNKNOWN;
            case NO_SIGNING_CERTIFICATE_FOUND -> SignatureCause.SIGNER_CERTIFICATE_MISSING;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> SignatureCause.CERTIFICATE_REVOKED;
            case EXPIRED, NOT_YET_VALID, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED ->
                    facts.validFrom() != null && facts.at().isBefore(facts.validFrom())
                            ? SignatureCause.CERTIFICATE_NOT_YET_VALID
                            : SignatureCause.CERTIFICATE_EXPIRED;
            // The general failure is that of absent or unusable revocation data.
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE, CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                    SignatureCause.REVOCATION_UNKNOWN;
            case CHAIN_CONSTRAINTS_FAILURE, SIG_CONSTRAINTS_FAILURE ->
                    SignatureCause.CERTIFICATE_UNFIT;
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE ->
                    SignatureCause.ALGORITHM_WEAK;
            case TIMESTAMP_ORDER_FAILURE, NO_POE -> SignatureCause.TIMESTAMP_UNTRUSTED;
            case SIGNED_DATA_NOT_FOUND -> SignatureCause.SIGNED_CONTENT_MISSING;
            case FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE ->
                    SignatureCause.SIGNATURE_MALFORMED;
            case POLICY_PROCESSING_ERROR, SIGNATURE_POLICY_NOT_AVAILABLE ->
                    SignatureCause.NOT_CONCLUSIVE;
        };
    }
}
