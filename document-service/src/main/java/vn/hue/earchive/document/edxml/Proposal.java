package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The registration that a message suggests; a person confirms or overrides it. What could not be
 * read is absent.
 *
 * @param doubts texts of the message that were not written in NFC Unicode, with how they were read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Proposal(
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
        @Nullable List<EdxmlHeader.Doubt> doubts) {

    /** An attachment as it was unpacked; the first is the main file. */
    record File(UUID uploadId, String role, String fileName, long size, String sha256) {}
}
