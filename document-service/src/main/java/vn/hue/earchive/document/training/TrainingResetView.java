package vn.hue.earchive.document.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a reset is.
 *
 * @param status {@code running}, {@code succeeded}, or {@code partially} when tables keep their
 *     rows
 * @param tablesKept tables that let nothing go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingResetView(
        UUID id,
        String status,
        Instant requestedAt,
        String requestedBy,
        long rowsRemoved,
        long objectsRemoved,
        List<String> tablesKept,
        @Nullable Instant finishedAt) {}
