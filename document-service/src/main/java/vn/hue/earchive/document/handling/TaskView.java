package vn.hue.earchive.document.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incoming document that somebody still has to handle.
 *
 * @param urgency code list {@code urgency}
 * @param overdue true when the due date has passed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        UUID documentId,
        long arrivalNumber,
        int registerYear,
        String number,
        String notation,
        String subject,
        String urgency,
        String state,
        @Nullable String leadUnit,
        @Nullable String assignee,
        @Nullable LocalDate dueDate,
        boolean overdue) {}
