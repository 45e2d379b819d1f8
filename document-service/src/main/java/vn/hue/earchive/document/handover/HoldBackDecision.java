package vn.hue.earchive.document.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The head's answer.
 *
 * @param decision {@code APPROVED} or {@code REFUSED}
 * @param note required for a refusal
 */
record HoldBackDecision(
        @NotNull @Pattern(regexp = "APPROVED|REFUSED") String decision,
        @Nullable @Size(max = 1000) String note) {}
