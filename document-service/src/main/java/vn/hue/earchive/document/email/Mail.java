package vn.hue.earchive.document.email;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalNote;
import vn.hue.earchive.document.arrival.Doubt;

/**
 * What a message says, its attachments apart.
 *
 * @param messageId without its angle brackets; empty when there is none
 * @param senderName as the sender writes it
 * @param sentOn calendar day in Viet Nam
 * @param text what a person would read; null when there is none
 * @param notes what was left out or could not be read
 */
record Mail(
        String messageId,
        @Nullable String senderName,
        @Nullable String senderAddress,
        @Nullable String subject,
        @Nullable LocalDate sentOn,
        @Nullable Text text,
        List<Doubt> doubts,
        List<ArrivalNote> notes) {

    /**
     * @param html whether it is HTML
     */
    record Text(String content, boolean html) {}
}
