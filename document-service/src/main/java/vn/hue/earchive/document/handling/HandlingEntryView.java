package vn.hue.earchive.document.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trace of handling.
 *
 * @param act {@code SUBMIT}, {@code ASSIGN}, {@code START}, {@code COMMENT}, {@code SET_DUE_DATE},
 *     {@code REPORT}, {@code COMPLETE}, {@code RESUME}, {@code RETURN} or {@code RECALL}
 * @param state of the document after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandlingEntryView(
        UUID id,
        String act,
        String state,
        @Nullable String text,
        @Nullable String unit,
        @Nullable LocalDate dueDate,
        Instant at,
        String by) {}
