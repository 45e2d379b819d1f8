package vn.hue.earchive.archive.aip;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of preservation, as it goes into PREMIS. The package adds {@code message digest
 * calculation} and {@code information package creation} by itself; everything else that the intake
 * did (ingestion, virus check, format identification, validation …) is handed in.
 *
 * @param at UTC
 * @param detail for a person, in Vietnamese
 * @param outcomeNote code of the result where the outcome alone does not say it, for example {@code
 *     NOT_SCANNED}
 * @param fileIds files concerned; empty when the event concerns the dossier as a whole
 */
public record PremisEvent(
        Type type,
        Instant at,
        String detail,
        Outcome outcome,
        @Nullable String outcomeNote,
        List<UUID> fileIds) {

    /** Terms of the Library of Congress list of PREMIS event types. */
    public enum Type {
        INGESTION("ingestion"),
        VIRUS_CHECK("virus check"),
        FORMAT_IDENTIFICATION("format identification"),
        DIGITAL_SIGNATURE_VALIDATION("digital signature validation"),
        VALIDATION("validation"),
        MESSAGE_DIGEST_CALCULATION("message digest calculation"),
        PACKAGE_CREATION("information package creation");

        private final String term;

        Type(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }
    }

    /**
     * Terms of the Library of Congress list of event outcomes. A check that could not run is a
     * {@link #WARNING} with its code as the note, never a success.
     */
    public enum Outcome {
        SUCCESS("success"),
        WARNING("warning"),
        FAIL("fail");

        private final String term;

        Outcome(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }
    }
}
