package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line as a person, a file or a client gives it.
 *
 * @param notation number and sign of the dossier, {@code 01-VP}; its own in the list
 * @param retentionRuleCode rule of the current schedule
 * @param maker unit or person who makes the dossier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GivenLine(
        @Nullable String notation,
        @Nullable String title,
        @Nullable String retentionRuleCode,
        @Nullable String maker,
        @Nullable String note) {}
