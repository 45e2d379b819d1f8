package vn.hue.earchive.document.incoming;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.text.VietnameseText;

/** A request that was found good: NFC, every code known, the number read. */
record RegistrationLine(
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
        @Nullable String description) {

    /** Issuers are compared without tones and case. */
    String issuerKey() {
        return VietnameseText.fold(issuerName);
    }
}
