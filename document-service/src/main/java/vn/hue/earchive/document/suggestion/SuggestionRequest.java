package vn.hue.earchive.document.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dossier that has no rule yet.
 *
 * @param type kind of its documents in words, for example {@code Báo cáo}
 * @param unit the unit that makes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionRequest(
        @NotBlank @Size(max = 1000) String title,
        @Size(max = 100) @Nullable String type,
        @Size(max = 200) @Nullable String unit,
        @Size(max = 200) @Nullable String keywords,
        @Valid @Nullable Answers answers) {

    /**
     * Answers of the guide.
     *
     * @param work free text
     * @param result code of a choice of the guide
     * @param leader code of a choice of the guide
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answers(
            @Size(max = 500) @Nullable String work,
            @Size(max = 30) @Nullable String result,
            @Size(max = 30) @Nullable String leader) {}
}
