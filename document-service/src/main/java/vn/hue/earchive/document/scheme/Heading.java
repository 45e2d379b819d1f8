package vn.hue.earchive.document.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A heading of a scheme.
 *
 * @param code unique in its version: {@code I}, {@code I.1}, {@code VP}
 * @param parentCode a heading that stands before it in the list; absent at the top
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Heading(
        @NotBlank @Size(max = 20) String code,
        @Size(max = 20) @Nullable String parentCode,
        @NotBlank @Size(max = 200) String title) {}
