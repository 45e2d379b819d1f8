package vn.hue.earchive.document.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a scheme.
 *
 * @param key which scheme: {@code UNIT}, {@code SUBJECT}
 * @param number from 1 in the order of the versions of this scheme
 * @param state {@code DRAFT} or {@code IN_FORCE}; whether it is still valid, {@code validTo} says
 * @param mapping where headings of the version before go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchemeView(
        UUID id,
        String key,
        int number,
        String title,
        String state,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Heading> headings,
        List<HeadingMapping> mapping,
        Instant createdAt,
        String createdBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable String reference,
        long version,
        List<String> allowedActions) {}
