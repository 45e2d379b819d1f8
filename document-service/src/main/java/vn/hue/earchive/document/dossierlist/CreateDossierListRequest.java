package vn.hue.earchive.document.dossierlist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The approved list of a year, with all its lines.
 *
 * @param title {@code Danh mục hồ sơ năm …} when absent
 * @param approvalReference number and date of the approving paper
 */
record CreateDossierListRequest(
        @NotNull @Min(1945) @Max(2200) Integer year,
        @Size(max = 500) @Nullable String title,
        @Size(max = 200) @Nullable String approvalReference,
        @NotEmpty @Size(max = 5000) @Valid List<@NotNull Item> items) {

    /**
     * One dossier to make.
     *
     * @param retentionRuleCode rule of the current schedule
     */
    record Item(
            @NotBlank @Size(max = 20) String notation,
            @NotBlank @Size(max = 1000) String title,
            @NotBlank String retentionRuleCode,
            @Size(max = 100) @Nullable String maker,
            @Size(max = 500) @Nullable String note) {}
}
