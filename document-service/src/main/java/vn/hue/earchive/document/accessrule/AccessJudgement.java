package vn.hue.earchive.document.accessrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.accessrule.AccessRule.Effect;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * What the rules say of one thing. In each family the strictest rule counts: conditional over open,
 * the longest closed period, sensitive over basic.
 *
 * @param accessMode {@code 01} open or {@code 02} conditional
 * @param closedYears full years after the year of the end in which it is not open; absent when none
 * @param personalData {@code NONE}, {@code BASIC} or {@code SENSITIVE} (Law 91/2025/QH15)
 * @param maybeSecret a person must make sure that it is no State secret: then it may not be here
 * @param grounds the rules that count, with their legal basis
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessJudgement(
        String accessMode,
        @Nullable Integer closedYears,
        String personalData,
        boolean maybeSecret,
        List<Ground> grounds) {

    /** Nothing is said. */
    public static final AccessJudgement OPEN =
            new AccessJudgement("01", null, "NONE", false, List.of());

    /** A rule that counts. */
    public record Ground(String ruleCode, String label, String legalBasis) {}

    /**
     * What is judged.
     *
     * @param text title or subject, keywords and the title of the list line
     * @param typeCode of a document
     * @param retentionRule of a dossier
     */
    public record Subject(String text, @Nullable String typeCode, @Nullable String retentionRule) {}

    static AccessJudgement of(List<AccessRule> rules, Subject subject) {
        String folded =
                " " + VietnameseText.fold(subject.text()).replaceAll("[^a-z0-9]+", " ") + " ";
        List<AccessRule> matching =
                rules.stream().filter(rule -> speaksOf(rule, subject, folded)).toList();
        List<AccessRule> counting = new ArrayList<>();
        AccessRule conditional = first(matching, Effect.CONDITIONAL);
        AccessRule closed =
                matching.stream()
                        .filter(rule -> rule.effect() == Effect.CLOSED_YEARS)
                        .reduce((a, b) -> years(b) > years(a) ? b : a)
                        .orElse(null);
        AccessRule sensitive = first(matching, Effect.PERSONAL_SENSITIVE);
        AccessRule personal =
                sensitive == null ? first(matching, Effect.PERSONAL_BASIC) : sensitive;
        AccessRule secret = first(matching, Effect.MAYBE_SECRET);
        for (AccessRule rule : Arrays.asList(conditional, closed, personal, secret)) {
            if (rule != null) {
                counting.add(rule);
            }
        }
        return new AccessJudgement(
                conditional == null && closed == null ? "01" : "02",
                closed == null ? null : years(closed),
                personal == null ? "NONE" : sensitive == null ? "BASIC" : "SENSITIVE",
                secret != null,
                counting.stream()
                        .map(r -> new Ground(r.code(), r.label(), r.legalBasis()))
                        .toList());
    }

    private static int years(AccessRule rule) {
        Integer years = rule.years();
        return years == null ? 0 : years;
    }

    private static @Nullable AccessRule first(List<AccessRule> rules, Effect effect) {
        return rules.stream().filter(rule -> rule.effect() == effect).findFirst().orElse(null);
    }

    private static boolean speaksOf(AccessRule rule, Subject subject, String folded) {
        return rule.hasCriterion()
                && meets(rule.words(), word -> folded.contains(" " + words(word) + " "))
                && meets(rule.typeCodes(), code -> code.equals(subject.typeCode()))
                && meets(
                        rule.retentionRules(),
                        code ->
                                subject.retentionRule() != null
                                        && subject.retentionRule().startsWith(code));
    }

    private static String words(String phrase) {
        return VietnameseText.fold(phrase).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static boolean meets(
            @Nullable List<String> criterion, java.util.function.Predicate<String> one) {
        return criterion == null || criterion.isEmpty() || criterion.stream().anyMatch(one);
    }

    /** The stricter of both in every family: what a document inherits from its dossier. */
    public AccessJudgement with(AccessJudgement other) {
        List<Ground> all = new ArrayList<>(grounds);
        other.grounds().stream().filter(g -> !all.contains(g)).forEach(all::add);
        Integer years =
                closedYears == null
                        ? other.closedYears()
                        : other.closedYears() == null
                                ? closedYears
                                : Integer.valueOf(Math.max(closedYears, other.closedYears()));
        return new AccessJudgement(
                accessMode.compareTo(other.accessMode()) >= 0 ? accessMode : other.accessMode(),
                years,
                rank(personalData) >= rank(other.personalData())
                        ? personalData
                        : other.personalData(),
                maybeSecret || other.maybeSecret(),
                all);
    }

    private static int rank(String personalData) {
        return List.of("NONE", "BASIC", "SENSITIVE").indexOf(personalData);
    }
}
