package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found. Stored with its arguments, worded when it is shown.
 *
 * @param docCode the document concerned, null when it concerns the dossier
 * @param fileId the file concerned, null when it concerns the description
 * @param args values that the message names: a field, a length, a code; never content
 */
record Finding(
        FindingCode code, @Nullable String docCode, @Nullable UUID fileId, List<String> args) {

    static Finding ofDossier(FindingCode code, String... args) {
        return new Finding(code, null, null, List.of(args));
    }

    static Finding ofDocument(FindingCode code, @Nullable String docCode, String... args) {
        return new Finding(code, docCode, null, List.of(args));
    }

    static Finding ofFile(
            FindingCode code, @Nullable String docCode, @Nullable UUID fileId, String... args) {
        return new Finding(code, docCode, fileId, List.of(args));
    }

    @JsonIgnore
    boolean refuses() {
        return code.severity() == FindingCode.Severity.ERROR;
    }
}
