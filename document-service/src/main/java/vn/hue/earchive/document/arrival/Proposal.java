package vn.hue.earchive.document.arrival;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.validation.Findings;

/**
 * The registration that an arrival suggests; a person confirms or overrides it. What could not be
 * read is absent.
 *
 * @param doubts texts of the message that were not written in NFC Unicode, with how they were read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
        @Nullable String typeCode,
        @Nullable String number,
        @Nullable String notation,
        @Nullable LocalDate issuedDate,
        @Nullable String issuerName,
        @Nullable String subject,
        List<String> languages,
        @Nullable Integer pageCount,
        String accessMode,
        String confidenceLevel,
        String urgency,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable LocalDate dueDate,
        List<File> files,
        @Nullable List<Doubt> doubts) {

    /** A file that waits with the arrival. */
    public record File(UUID uploadId, String role, String fileName, long size, String sha256) {

        /** Files in this order; the first is the main file. */
        public static List<File> firstIsMain(List<Upload> uploads) {
            List<File> files = new ArrayList<>();
            for (Upload upload : uploads) {
                files.add(of(upload, files.isEmpty() ? "MAIN" : "ATTACHMENT"));
            }
            return files;
        }

        static File of(Upload upload, String role) {
            return new File(upload.id(), role, upload.fileName(), upload.size(), upload.sha256());
        }
    }

    /** Adds what a person must fill in or look at before registering. */
    public void addMissingTo(Findings findings) {
        findings.addUnless(typeCode != null, "/typeCode", "REQUIRED");
        findings.addUnless(issuedDate != null, "/issuedDate", "REQUIRED");
        findings.addUnless(issuerName != null, "/issuerName", "REQUIRED");
        findings.addUnless(subject != null, "/subject", "REQUIRED");
        findings.addUnless(pageCount != null, "/pageCount", "REQUIRED");
        if (number == null || notation == null) {
            findings.add("/number", "REQUIRED");
        } else {
            findings.addUnless(
                    DocumentNumber.of(number, notation).isPresent(),
                    "/number",
                    "NUMBER_FORMAT",
                    number + "/" + notation);
        }
        findings.addUnless(!files.isEmpty(), "/files", "NO_ATTACHMENT");
        findings.add("/files", "SIGNATURES_NOT_CHECKED");
    }

    /** Uploads of the files with their SHA-256, in their order. */
    public Map<UUID, String> digests() {
        Map<UUID, String> digests = new LinkedHashMap<>();
        files.forEach(file -> digests.put(file.uploadId(), file.sha256()));
        return digests;
    }

    /** Uploads of the files, in their order. */
    public List<UUID> uploads() {
        return files.stream().map(File::uploadId).toList();
    }
}
