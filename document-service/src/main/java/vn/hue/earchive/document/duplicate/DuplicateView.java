package vn.hue.earchive.document.duplicate;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A warning that the agency seems to have a document already; nothing is blocked by it.
 *
 * @param code {@code SAME_SOURCE}, {@code SAME_CONTENT}, {@code SAME_NUMBER_AND_DATE} or {@code
 *     SAME_NUMBER_AND_ISSUER}
 * @param message in the language of the request
 * @param documentId the one that is there
 */
public record DuplicateView(
        String code,
        String message,
        UUID documentId,
        String direction,
        String number,
        String notation,
        LocalDate issuedDate,
        String issuerName,
        int registerYear,
        long registerNumber) {}
