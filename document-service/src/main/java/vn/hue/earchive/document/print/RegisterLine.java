package vn.hue.earchive.document.print;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a register as it is printed and sealed. Its JSON, with the members in this order and
 * absent ones left out, is the canonical form that a seal is taken over.
 *
 * @param series key of the number series
 * @param registerNumber arrival number, or number in the series of issue
 * @param registeredOn day of arrival or issue
 * @param assignee unit or person that got an incoming document
 * @param forwardedOn when it was last passed on
 * @param received who took it over since then
 * @param recipients of an outgoing document
 * @param keptBy who keeps its file copy
 * @param voidReason why the number stands for no document; then the document's members are empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "documentId",
    "series",
    "registerNumber",
    "registeredOn",
    "issuerName",
    "number",
    "notation",
    "issuedDate",
    "typeName",
    "subject",
    "assignee",
    "forwardedOn",
    "received",
    "signer",
    "recipients",
    "keptBy",
    "copies",
    "note",
    "voidReason"
})
public record RegisterLine(
        @Nullable UUID documentId,
        String series,
        long registerNumber,
        @Nullable LocalDate registeredOn,
        @Nullable String issuerName,
        @Nullable String number,
        @Nullable String notation,
        @Nullable LocalDate issuedDate,
        @Nullable String typeName,
        @Nullable String subject,
        @Nullable String assignee,
        @Nullable LocalDate forwardedOn,
        @Nullable String received,
        @Nullable String signer,
        @Nullable String recipients,
        @Nullable String keptBy,
        @Nullable Long copies,
        @Nullable String note,
        @Nullable String voidReason) {

    String numberAndNotation() {
        String shown = number == null ? "%02d".formatted(registerNumber) : number;
        return shown + (notation == null ? "" : "/" + notation);
    }

    String typeAndSubject() {
        if (voidReason != null) {
            return "(" + voidReason + ")";
        }
        String text = subject == null ? "" : subject;
        return typeName == null ? text : typeName + ". " + text;
    }
}
