package vn.hue.earchive.archive.sip;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dossier as a package describes it. Names of fields are those of the Circular in lower case;
 * values as they are written, without blank ones.
 *
 * @param root folder of the package in the ZIP with a slash at its end; empty when there is none
 * @param objId {@code OBJID} of METS
 * @param creatorCode fonds or agency code of the organisation that made it
 * @param creatorName its name
 * @param loose whether it is a lot of loose documents (SIP_tailieu) and not a dossier
 * @param repealedForm whether it was described as Circular 02/2019 had it; the fields are already
 *     those of 05/2025
 */
public record SipDossier(
        String root,
        @Nullable String objId,
        @Nullable String creatorCode,
        @Nullable String creatorName,
        boolean loose,
        boolean repealedForm,
        Map<String, String> fields,
        List<Document> documents) {

    /** What a description speaks of: EAD_doc, EAD_pic or EAD_media. */
    public enum Kind {
        DOCUMENT,
        PICTURE,
        RECORDING
    }

    /**
     * A document, photo or recording.
     *
     * @param path of its description
     */
    public record Document(
            Kind kind, String path, Map<String, String> fields, List<SipFile> files) {}
}
