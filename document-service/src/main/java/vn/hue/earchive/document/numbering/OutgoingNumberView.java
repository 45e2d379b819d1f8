package vn.hue.earchive.document.numbering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number of an outgoing series.
 *
 * @param series key of the series
 * @param number from 1 in each year
 * @param written as it is printed, {@code 05}
 * @param notation absent while it is reserved
 * @param state {@code RESERVED}, {@code USED} or {@code VOID}
 * @param reason why it was reserved, or why it is void
 * @param takenOn legal date, Asia/Ho_Chi_Minh
 * @param documentId the outgoing document that has it, or had it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutgoingNumberView(
        UUID id,
        int year,
        String series,
        long number,
        String written,
        @Nullable String notation,
        String state,
        @Nullable String reason,
        LocalDate takenOn,
        String takenBy,
        @Nullable UUID documentId,
        long version,
        List<String> allowedActions) {}
