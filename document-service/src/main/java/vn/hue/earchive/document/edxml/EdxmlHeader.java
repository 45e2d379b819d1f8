package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Doubt;

/**
 * What a message says, as text in NFC and otherwise unjudged (QCVN 102:2016, domain reference 6).
 *
 * @param businessType BussinessDocType: 0 new, 1 recall, 2 update, 3 replace; {@code "0"} when the
 *     sender left it out
 * @param businessReason BussinessDocReason
 * @param businessDocumentId the document that a recall or an update is about, when it is named
 *     apart
 * @param replaced DocumentIds that a replacement takes the place of
 * @param receivers OrganIds of all To elements
 * @param answer what a status message answers to; the first ResponseFor of a document
 * @param statusCode of a status message; null in the message of a document
 * @param timestamp {@code yyyy/MM/dd HH:mm:ss} of a status message
 * @param doubts texts that were not written in NFC Unicode, as they were read
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EdxmlHeader(
        @Nullable String organId,
        @Nullable String organName,
        @Nullable String documentId,
        @Nullable String codeNumber,
        @Nullable String codeNotation,
        @Nullable String promulgationDate,
        @Nullable String typeName,
        @Nullable String subject,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable String dueDate,
        @Nullable String priority,
        @Nullable String pageAmount,
        String businessType,
        @Nullable String businessReason,
        @Nullable String businessDocumentId,
        @Nullable List<String> replaced,
        @Nullable List<String> receivers,
        @Nullable Answer answer,
        @Nullable String statusCode,
        @Nullable String statusDescription,
        @Nullable String timestamp,
        @Nullable List<Doubt> doubts) {

    /** ResponseFor: the document that is answered to, by its issuer's identifiers. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Answer(
            @Nullable String organId,
            @Nullable String code,
            @Nullable String documentId,
            @Nullable String promulgationDate) {}

    boolean isStatus() {
        return statusCode != null;
    }
}
