package vn.hue.earchive.document.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A reminder for the caller.
 *
 * @param kind {@code HAND_OVER}: a closed dossier is due at the agency archive; {@code
 *     HOLD_BACK_END}: the time for which one may be kept back ends; {@code CONFIRMATION}: a
 *     hand-over waits for its confirmation
 * @param subject path of what is due
 * @param daysBefore stage at which it was made: 14, 3 or 0 days before
 * @param daysLeft days from today to the due date, negative when it has passed
 * @param open whether it is still to be done
 * @param message for people, in the language of the request
 */
record ReminderView(
        UUID id,
        String kind,
        String subject,
        String label,
        LocalDate dueOn,
        int daysBefore,
        long daysLeft,
        boolean open,
        String message,
        Instant madeAt) {}
