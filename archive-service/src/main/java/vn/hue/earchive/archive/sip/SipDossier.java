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
 */
public record SipDossier(
        String root,
        @Nullable String objId,
        @Nullable String creatorCode,
        @Nullable String creatorName,
        boolean loose,
        Map<String, String> fields,
        List<Document> documents) {

    /**
     * @param path of its description
     */
    public record Document(String path, Map<String, String> fields, List<SipFile> files) {}
}
