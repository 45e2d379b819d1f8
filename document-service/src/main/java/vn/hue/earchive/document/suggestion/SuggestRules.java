package vn.hue.earchive.document.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.retention.RetentionRuleView;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Offers the rules that a title resembles, with the words that speak for each. The offer is logged
 * with its title, so that what people make of it can be counted; it changes nothing else.
 */
@ApplicationScoped
public class SuggestRules {

    private static final int OFFERED = 3;
    private static final int WORDS_SHOWN = 6;

    /** Below this, the few common words say nothing. */
    private static final double LEAST_SCORE = 1.5;

    private static final double TYPE = 0.5;
    private static final double UNIT = 0.3;
    private static final double KEYWORDS = 0.8;
    private static final double ANSWER = 0.8;

    private final RuleIndexes indexes;
    private final RetentionRules rules;
    private final Precedents precedents;
    private final Suggestions suggestions;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Actions actions;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Guide guide = Guide.load();

    SuggestRules(
            RuleIndexes indexes,
            RetentionRules rules,
            Precedents precedents,
            Suggestions suggestions,
            Validation validation,
            Idempotency idempotency,
            Actions actions,
            CurrentCaller caller,
            Clock clock) {
        this.indexes = indexes;
        this.rules = rules;
        this.precedents = precedents;
        this.suggestions = suggestions;
        this.validation = validation;
        this.idempotency = idempotency;
        this.actions = actions;
        this.caller = caller;
        this.clock = clock;
    }

    /** The three questions. */
    public Guide guide() {
        return guide;
    }

    @Transactional
    Answer<SuggestionView> once(@Nullable SuggestionRequest request, @Nullable String key) {
        return idempotency.once(
                "suggestRetentionRules",
                key,
                request == null ? Map.of() : request,
                SuggestionView.class,
                () -> {
                    SuggestionView view = suggest(request);
                    return new Answer<>(
                            201,
                            "/v1/retention-suggestions/" + view.id(),
                            ETags.header(view.version()),
                            view);
                });
    }

    /**
     * Rules on offer, logged under the id of the answer. In the caller's transaction.
     *
     * @throws vn.hue.earchive.kit.problem.Problem VALIDATION_FAILED
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SuggestionView suggest(@Nullable SuggestionRequest given) {
        Findings findings = validation.of(given);
        SuggestionRequest request = Objects.requireNonNull(given);
        Query query = query(request, findings);
        findings.raise();
        RuleIndexes.Indexed indexed = indexes.inForce();
        List<SuggestionView.Offer> offers = offers(indexed, query);
        Caller by = caller.get();
        String title = String.valueOf(VietnameseText.clean(request.title()));
        RetentionSuggestion suggestion =
                new RetentionSuggestion(
                        Ids.next(),
                        by.agencyId(),
                        title,
                        offers.stream().map(o -> o.rule().code()).toList(),
                        clock.instant(),
                        by.username());
        suggestions.persist(suggestion);
        return suggestion.view(
                offers,
                precedents.similarTo(title),
                notices(title, offers),
                actions.allowed("decideRetentionSuggestion"));
    }

    private Query query(SuggestionRequest request, Findings findings) {
        Query query = new Query(indexes.words());
        add(query, request.title(), 1);
        findings.addUnless(
                request.title() == null || !query.terms().isEmpty(), "/title", "NO_WORDS");
        add(query, request.type(), TYPE);
        add(query, request.unit(), UNIT);
        add(query, request.keywords(), KEYWORDS);
        SuggestionRequest.Answers answers = request.answers();
        if (answers != null) {
            add(query, answers.work(), ANSWER);
            answer(query, "result", answers.result(), findings);
            answer(query, "leader", answers.leader(), findings);
        }
        return query;
    }

    private static void add(Query query, @Nullable String text, double weight) {
        if (text != null) {
            query.add(text, weight);
        }
    }

    private void answer(Query query, String question, @Nullable String code, Findings findings) {
        if (code == null) {
            return;
        }
        Optional<String> words = guide.words(question, code);
        findings.addUnless(
                words.isPresent(),
                "/answers/" + question,
                "UNKNOWN_CODE",
                code,
                "GET /v1/retention-suggestions/guide");
        words.ifPresent(w -> query.add(w, ANSWER));
    }

    private static List<SuggestionView.Offer> offers(RuleIndexes.Indexed indexed, Query query) {
        List<SuggestionView.Offer> offers = new ArrayList<>();
        for (RuleIndex.Hit hit : indexed.index().best(query, OFFERED)) {
            if (hit.score() < LEAST_SCORE) {
                break;
            }
            RetentionRuleView rule = indexed.rules().get(hit.line());
            List<String> words = shown(hit);
            offers.add(
                    new SuggestionView.Offer(
                            offers.size() + 1,
                            Math.round(hit.score() * 100) / 100.0,
                            rule,
                            words,
                            Reasons.period(rule),
                            Reasons.of(rule, words, hit.usual())));
        }
        return offers;
    }

    /** The weightiest words; one that is part of a shown phrase is not shown again. */
    private static List<String> shown(RuleIndex.Hit hit) {
        List<String> shown = new ArrayList<>();
        for (String word : hit.words().keySet()) {
            String padded = " " + word.toLowerCase(Locale.ROOT) + " ";
            boolean part =
                    shown.stream()
                            .anyMatch(
                                    s -> (" " + s.toLowerCase(Locale.ROOT) + " ").contains(padded));
            if (!part && shown.size() < WORDS_SHOWN) {
                shown.add(word);
            }
        }
        return shown;
    }

    /** What the person should know: fields with a schedule of their own, and nothing found. */
    private List<String> notices(String title, List<SuggestionView.Offer> offers) {
        List<String> notices = new ArrayList<>();
        String folded = " " + VietnameseText.fold(title).replaceAll("[^a-z0-9]+", " ") + " ";
        List<String> present =
                rules.inForce().stream().map(RetentionRules.RuleSet::source).toList();
        rules.fieldsOfSectors()
                .forEach((source, phrases) -> {
                    boolean meant = phrases.stream().anyMatch(p -> folded.contains(" " + p + " "));
                    if (meant && !present.contains(source)) {
                        notices.add(
                                "Hồ sơ thuộc lĩnh vực “"
                                        + rules.sourceTitle(source)
                                        + "”: thời hạn do quy định của ngành, bảng của ngành chưa"
                                        + " được nhập. Hỏi người làm lưu trữ trước khi chọn.");
                    }
                });
        if (offers.isEmpty()) {
            notices.add(
                    "Không có dòng nào gần với tiêu đề này. Viết rõ công việc hơn, hoặc trả lời ba"
                            + " câu hỏi gợi ý.");
        }
        return notices;
    }
}
