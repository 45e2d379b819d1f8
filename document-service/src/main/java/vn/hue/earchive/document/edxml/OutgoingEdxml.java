package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message of one document as we send it (QCVN 102:2016, domain reference 6), files apart.
 *
 * @param documentId {@code OrganId,yyyy/MM/dd,number/notation}
 * @param place of promulgation
 * @param steeringType 1 not a directive, 2 a directive, 3 a report on a directive
 * @param toPlaces the recipients as the document itself names them
 * @param sentAt TraceHeader/Timestamp
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OutgoingEdxml(
        Organ from,
        List<Organ> to,
        String documentId,
        String number,
        String notation,
        @Nullable String place,
        LocalDate promulgated,
        String typeName,
        String subject,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable LocalDate dueDate,
        String urgency,
        @Nullable Integer copies,
        int pages,
        @Nullable List<Answered> responseFor,
        int steeringType,
        @Nullable List<String> toPlaces,
        Business business,
        Instant sentAt) {

    /** From or To: an agency by its OrganId. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Organ(String organId, String name) {}

    /** ResponseFor: a document that is answered. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Answered(
            String organId,
            @Nullable String code,
            String documentId,
            @Nullable LocalDate promulgated) {}

    /**
     * Bussiness: what the message does.
     *
     * @param type 0 new, 1 recall, 2 update, 3 replace
     * @param documentId the document that a recall or an update is about
     * @param replaced DocumentIds that a replacement takes the place of
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Business(
            int type,
            @Nullable String reason,
            @Nullable String documentId,
            @Nullable Staff staff,
            @Nullable List<String> replaced) {}

    /** StaffInfo: who answers questions. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Staff(@Nullable String department, @Nullable String name) {}
}
