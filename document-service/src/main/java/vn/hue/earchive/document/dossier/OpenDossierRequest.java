package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier to open, from a line of the dossier list ({@code dossierListItemId}) or ad hoc (then
 * {@code notation}, {@code title} and {@code retentionRuleCode} are needed).
 *
 * @param year of the dossier list; the current year when absent; only for an ad hoc dossier
 * @param accessMode {@code 01} open (when absent) or {@code 02}
 * @param startDate today when absent; filing an earlier document moves it back
 * @param medium {@code DIGITAL} (when absent), {@code PAPER} or {@code HYBRID}
 * @param paperStore kho, {@code paperShelf} giá and {@code paperBox} hộp of its paper
 * @param suggestionId the suggestion that the rule was chosen from, which keeps the choice
 * @param retentionReason why the rule is none of those that were suggested
 * @param maker who makes the dossier: the list's maker or the caller when absent
 * @param custom values of the agency's own fields, by key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenDossierRequest(
        @Nullable UUID dossierListItemId,
        @Min(1945) @Max(2200) @Nullable Integer year,
        @Size(max = 20) @Nullable String notation,
        @Size(max = 1000) @Nullable String title,
        @Nullable String retentionRuleCode,
        @Nullable UUID suggestionId,
        @Size(max = 1000) @Nullable String retentionReason,
        @Nullable String accessMode,
        @Size(max = 11) @Nullable List<String> languages,
        @Nullable LocalDate startDate,
        @Size(max = 100) @Nullable String keywords,
        @Size(max = 2000) @Nullable String description,
        @Size(max = 100) @Nullable String paperFileCode,
        @Size(max = 100) @Nullable String maker,
        @Nullable String medium,
        @Size(max = 100) @Nullable String paperStore,
        @Size(max = 100) @Nullable String paperShelf,
        @Size(max = 100) @Nullable String paperBox,
        @Size(max = 100) @Nullable Map<String, String> custom) {}
