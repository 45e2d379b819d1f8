package vn.hue.earchive.document.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * A request that was found good: NFC, every code known, the number read.
 *
 * @param assignee unit or person that gets an incoming document, as the register names them
 */
public record RegistrationLine(
        String typeCode,
        String typeName,
        DocumentNumber number,
        LocalDate issuedDate,
        String issuerName,
        String subject,
        List<String> languages,
        int pageCount,
        String accessMode,
        String confidenceLevel,
        String urgency,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable LocalDate dueDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String assignee) {

    /** Issuers are compared without tones and case. */
    public String issuerKey() {
        return VietnameseText.fold(issuerName);
    }
}
