package vn.hue.earchive.document.accessrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the agency's rules.
 *
 * @param number from 1 in the order in which they were drafted
 * @param state {@code DRAFT}, {@code IN_FORCE} or {@code REPLACED}
 * @param reference number and date of the approving paper
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessRuleSetView(
        UUID id,
        int number,
        String title,
        String state,
        List<AccessRule> rules,
        Instant createdAt,
        String createdBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable String reference,
        long version,
        List<String> allowedActions) {}
