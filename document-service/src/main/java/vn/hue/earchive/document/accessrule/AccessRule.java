package vn.hue.earchive.document.accessrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule. It speaks of what has one of its words and one of its types and one of its retention
 * rules; a part that is absent does not narrow it.
 *
 * @param code unique in its set
 * @param effect what it says, one of each family: {@code CONDITIONAL} (access mode 02), {@code
 *     CLOSED_YEARS} (not open before so many years after the end), {@code PERSONAL_BASIC} or {@code
 *     PERSONAL_SENSITIVE} (personal data), {@code MAYBE_SECRET} (does not belong here unless a
 *     person has looked)
 * @param years of {@code CLOSED_YEARS}, counted from the year of the end; absent for every other
 * @param words phrases of the title or subject, whole words, without regard to tones and case
 * @param typeCodes document types; a dossier has none
 * @param retentionRules beginnings of retention rule codes, {@code G12-1}; of the dossier or of the
 *     line of the dossier list that it was opened from
 * @param legalBasis instrument and article
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessRule(
        @NotBlank @Size(max = 20) String code,
        @NotBlank @Size(max = 200) String label,
        @NotNull AccessRule.Effect effect,
        @Min(1) @Max(100) @Nullable Integer years,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> words,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 10) String> typeCodes,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 20) String> retentionRules,
        @NotBlank @Size(max = 300) String legalBasis) {

    /** Families of effects. */
    enum Family {
        ACCESS,
        DISCLOSURE,
        PERSONAL_DATA,
        SECRECY
    }

    enum Effect {
        CONDITIONAL(Family.ACCESS),
        CLOSED_YEARS(Family.DISCLOSURE),
        PERSONAL_BASIC(Family.PERSONAL_DATA),
        PERSONAL_SENSITIVE(Family.PERSONAL_DATA),
        MAYBE_SECRET(Family.SECRECY);

        private final Family family;

        Effect(Family family) {
            this.family = family;
        }

        Family family() {
            return family;
        }
    }

    /** Whether it narrows at all: a rule without a criterion would speak of everything. */
    boolean hasCriterion() {
        return has(words) || has(typeCodes) || has(retentionRules);
    }

    static boolean has(@Nullable List<String> criterion) {
        return criterion != null && !criterion.isEmpty();
    }
}
