package vn.hue.earchive.document.numbering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an agency numbers its outgoing documents in one year.
 *
 * @param mode {@code ONE}, {@code PER_TYPE} or {@code GROUPS}
 * @param groups key of a group → codes of its document types; the others share one series
 * @param issuerAbbreviation part of the notation, {@code UBND}
 * @param basis number and date of the head's decision
 * @param inUse true from the first number of the year on: the scheme stands
 * @param version 0 while nobody has decided: the scheme of the year before, or one series per type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NumberSchemeView(
        int year,
        String mode,
        Map<String, List<String>> groups,
        @Nullable String issuerAbbreviation,
        @Nullable String basis,
        boolean inUse,
        long version,
        List<String> allowedActions) {}
