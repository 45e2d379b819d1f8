package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The year to copy a list to; the body may be left out.
 *
 * @param year the year after the list's own when absent
 * @param title {@code Danh mục hồ sơ năm …} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CopyDossierListRequest(
        @Min(1945) @Max(2200) @Nullable Integer year, @Size(max = 500) @Nullable String title) {}
