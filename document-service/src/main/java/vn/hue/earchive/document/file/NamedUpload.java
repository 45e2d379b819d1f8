package vn.hue.earchive.document.file;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.validation.Findings;

/**
 * An upload as a request names it for a document.
 *
 * @param role {@code MAIN} or {@code ATTACHMENT}; the first is {@code MAIN} when absent
 */
public record NamedUpload(@NotNull UUID uploadId, @Nullable String role) {

    static final String MAIN = "MAIN";
    static final String ATTACHMENT = "ATTACHMENT";

    /** Of the n-th upload of a document. */
    public static String roleOf(List<NamedUpload> files, int index) {
        String role = files.get(index).role();
        return role != null ? role : index == 0 ? MAIN : ATTACHMENT;
    }

    /** Adds what is wrong with the uploads of one document: roles, one main file, no repetition. */
    public static void check(Findings findings, @Nullable List<NamedUpload> files) {
        if (files == null) {
            return;
        }
        long mains = 0;
        for (int i = 0; i < files.size(); i++) {
            String role = roleOf(files, i);
            findings.addUnless(
                    Set.of(MAIN, ATTACHMENT).contains(role),
                    "/files/" + i + "/role",
                    "UNKNOWN_CODE",
                    role,
                    "MAIN, ATTACHMENT");
            mains += role.equals(MAIN) ? 1 : 0;
        }
        findings.addUnless(files.isEmpty() || mains == 1, "/files", "ONE_MAIN_FILE");
        long distinct = files.stream().map(NamedUpload::uploadId).distinct().count();
        findings.addUnless(distinct == files.size(), "/files", "SAME_UPLOAD_TWICE");
    }
}
