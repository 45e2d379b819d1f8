package vn.hue.earchive.document.registerclosing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed register.
 *
 * @param register {@code incoming} or {@code outgoing}
 * @param lines sealed lines
 * @param firstDay of arrival or issue; absent for an empty register
 * @param contentSha256 lower-case hex over the canonical lines: UTF-8, one JSON text per line, each
 *     ended by a line feed
 * @param pdfSha256 lower-case hex of the sealed print
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisterClosingView(
        UUID id,
        String register,
        int year,
        long lines,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String contentSha256,
        String pdfSha256,
        Instant closedAt,
        String closedBy,
        List<String> allowedActions) {}
