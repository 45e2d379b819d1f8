package vn.hue.earchive.document.edxml;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a former OrganId.
 *
 * @param code the present e-identifier, {@code H57.21}
 * @param note where this is known from
 */
record OrganAliasDetails(
        @NotBlank @Size(max = 35) String code, @Size(max = 200) @Nullable String note) {}
