package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that waits for its hand-over.
 *
 * @param maker unit or person that makes it, as the dossier list names it
 * @param dueOn last day, holding back included
 * @param lawfulDueOn last day without holding back
 * @param daysLeft days from today to {@code dueOn}, negative when it has passed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueHandOverView(
        UUID dossierId,
        String fileCode,
        String title,
        String state,
        String maker,
        String inCharge,
        LocalDate dueOn,
        LocalDate lawfulDueOn,
        @Nullable LocalDate heldBackUntil,
        long daysLeft) {}
