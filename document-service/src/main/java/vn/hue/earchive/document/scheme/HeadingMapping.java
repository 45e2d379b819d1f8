package vn.hue.earchive.document.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where a heading of the version before goes.
 *
 * @param from its code there
 * @param to a code of the new version; absent when its lines are to be placed anew by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeadingMapping(@NotBlank String from, @Size(max = 20) @Nullable String to) {}
