package vn.hue.earchive.archive.aip;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * Everything about a package that is known before its bytes flow. The same description, bytes and
 * checks give the same package, byte for byte.
 *
 * @param objId OBJID of the package and id of the OCFL object, {@code urn:uuid:{UUID UPPER}}; the
 *     same for every attempt to preserve the same dossier of the same submission ({@link #objIdOf})
 * @param holdingId id of the holding and of the dossier that it came from
 * @param fonds agency that made the dossier; for an open fonds its code is the fonds code
 * @param archive agency that keeps it; its code goes in front of {@code arcFileCode}
 * @param source what the package was made from, for provenance
 * @param submissionAgreement code of the submission request ({@code altRecordID})
 * @param backup regime and status of the backup as known at this moment ({@code riskRecovery})
 * @param createdAt instant of creation, the same for every attempt; written to the millisecond with
 *     the offset of Asia/Ho_Chi_Minh
 */
public record AipDescription(
        String objId,
        UUID holdingId,
        SubmissionManifest.Dossier dossier,
        Party fonds,
        Party archive,
        Source source,
        String submissionAgreement,
        Backup backup,
        Instant createdAt) {

    public AipDescription {
        if (!objId.matches("urn:uuid:[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")) {
            throw new IllegalArgumentException("OBJID is not urn:uuid:{UUID UPPER}: " + objId);
        }
    }

    /** An agency by code (Decision 20/2020) and name. */
    public record Party(String code, String name) {}

    /**
     * @param identifierType for example {@code OBJID} for a SIP, {@code UUID} for a submission
     *     inside the suite
     */
    public record Source(String identifierType, String identifier) {}

    /** Backup regime of Circular 05/2025: none, foreseen but not done yet, done. */
    public enum Backup {
        NONE,
        PLANNED,
        DONE
    }

    /** OBJID of the package with this UUID. */
    public static String objIdOf(UUID uuid) {
        return "urn:uuid:" + uuid.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Name of the package folder, by the Circular the OBJID with {@code :} replaced by {@code _}.
     */
    public String folder() {
        return objId.replace(':', '_');
    }

    /** {@code {archive code}.{fileCode}}. */
    public String arcFileCode() {
        return archive.code() + "." + dossier.description().fileCode();
    }
}
