package vn.hue.earchive.document.duplicate;

import java.time.LocalDate;
import java.util.UUID;

/** A document of the registers that another seems to be. */
public record Duplicate(
        Likeness likeness,
        UUID documentId,
        String direction,
        String number,
        String notation,
        LocalDate issuedDate,
        String issuerName,
        int registerYear,
        long registerNumber) {

    /** How two documents are alike, the strongest first. */
    public enum Likeness {
        /** Number, issuer and date. */
        SAME_SOURCE,
        /** A file with the same bytes. */
        SAME_CONTENT,
        /** Number and date, another issuer: perhaps its name is written otherwise. */
        SAME_NUMBER_AND_DATE,
        /** Number and issuer, another date. */
        SAME_NUMBER_AND_ISSUER
    }
}
