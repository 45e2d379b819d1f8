package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a year's list.
 *
 * @param title {@code Danh mục hồ sơ năm …} when absent
 * @param items first lines; units add theirs while it is a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreateDossierListRequest(
        @NotNull @Min(1945) @Max(2200) Integer year,
        @Size(max = 500) @Nullable String title,
        @Size(max = ListLines.MAX) @Nullable List<@NotNull GivenLine> items) {}
