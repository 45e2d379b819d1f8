package vn.hue.earchive.document.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * An imported schedule.
 *
 * @param state {@code CURRENT} or {@code SUPERSEDED}
 * @param sample true until a records manager has confirmed the rows against the official text
 * @param sourceSha256 lower-case hex of the imported CSV
 */
record RetentionScheduleView(
        UUID id,
        String title,
        String state,
        boolean sample,
        int ruleCount,
        String sourceSha256,
        Instant importedAt,
        String importedBy) {}
