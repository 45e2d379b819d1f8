package vn.hue.earchive.document.scheme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a scheme, the first one of a new key begins a scheme.
 *
 * @param key {@code UNIT}, {@code SUBJECT} or another name in capitals
 * @param headings a heading stands behind its parent
 * @param mapping where headings of the version before go; a heading of the same code is its own
 *     heir
 */
record SchemeRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,19}") String key,
        @NotBlank @Size(max = 200) String title,
        @NotNull LocalDate validFrom,
        @NotEmpty @Size(max = 500) @Valid List<@NotNull Heading> headings,
        @Size(max = 500) @Valid @Nullable List<@NotNull HeadingMapping> mapping) {}
