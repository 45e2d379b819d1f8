package vn.hue.earchive.document.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a rule set beside its lines.
 *
 * @param state {@code SAMPLE} or {@code DRAFT}
 * @param validFrom first day on which it is meant to be in force
 */
record ScheduleDetails(
        String source,
        String title,
        String state,
        LocalDate validFrom,
        @Nullable String legalBasis) {}
