package vn.hue.earchive.search.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.RangeQuery;
import org.opensearch.client.opensearch._types.query_dsl.RangeRelation;
import vn.hue.earchive.search.access.SearchScope;
import vn.hue.earchive.search.index.EntryFields;
import vn.hue.earchive.search.text.FoldedText;
import vn.hue.earchive.search.text.SpellingVariants;

/**
 * The query of a question within a scope. Who asks is a filter like any other, so that an entry
 * outside the scope has no influence on totals, pages or cursors.
 *
 * <p>Everything is found that meets every part without its accents. Above that stand four steps,
 * each far higher than any relevance below it: the words spelled otherwise (vĩ for vỹ) or typed
 * without accents in the entry; the words with their tones, wherever those stand; the words as they
 * were typed. So a question with accents gets what was meant first, and the others only behind it.
 *
 * <p>A part may also be met by what the files of a holding say, in passages that the caller may
 * read. Behind the descriptions with the words or their bare letters stand the texts with the
 * words, then what is met in other accents only: descriptions, then texts.
 */
final class EntryQuery {

    /** Relevance of many words stays below a thousand; a float still tells 0.002 apart up here. */
    private static final float STEP = 10_000f;

    private static final float HALF_STEP = 5_000f;

    /** A text with the words, twice when as typed: below the lowest step of a description. */
    private static final float TEXT_STEP = 2_000f;

    /**
     * Met by a description in whatever accents: above a text in other accents, whatever its sum.
     */
    private static final float DESCRIBED = 1_000f;

    /** Name of the passages that an answer shows. */
    static final String SHOWN_PASSAGES = "passages";

    private static final int PASSAGES_OF_AN_ITEM = 2;

    /** The entry that has this number stands above those that mention it. */
    private static final float HAS_THE_NUMBER = 2_000f;

    private EntryQuery() {}

    static Query of(SearchScope scope, SearchCriteria criteria) {
        BoolQuery.Builder query = new BoolQuery.Builder().filter(filters(scope, criteria));
        Question question = criteria.question();
        if (!question.isEmpty()) {
            List<Query> described = met(question, EntryQuery::withoutAccents);
            if (scope.textModes().isEmpty()) {
                query.must(described);
            } else {
                var said = new PassageQuery(scope.textModes());
                query.must(
                        met(
                                question,
                                part -> either(withoutAccents(part), said.withoutAccents(part))));
                query.should(step(DESCRIBED, described));
                query.should(
                        step(
                                TEXT_STEP,
                                met(
                                        question,
                                        part -> either(canonical(part), said.canonical(part)))));
                query.should(
                        step(
                                TEXT_STEP,
                                met(question, part -> either(exact(part), said.exact(part)))));
                query.should(said.shown(question, SHOWN_PASSAGES, PASSAGES_OF_AN_ITEM));
            }
            query.should(relevance(question));
        }
        return query.build().toQuery();
    }

    private static List<Query> filters(SearchScope scope, SearchCriteria criteria) {
        List<Query> filters = new ArrayList<>();
        filters.add(term(EntryFields.AGENCY_ID, scope.agencyId().toString()));
        filters.add(anyOf(EntryFields.ACCESS_MODE, scope.accessModes()));
        filters.add(
                Query.of(q -> q.term(t -> t.field(EntryFields.DELETED).value(FieldValue.FALSE))));
        if (!criteria.kinds().isEmpty()) {
            filters.add(anyOf(EntryFields.KIND, criteria.kindTokens()));
        }
        if (!criteria.typeCodes().isEmpty()) {
            filters.add(anyOf(EntryFields.TYPE_CODE, criteria.typeCodes()));
        }
        if (criteria.from() != null || criteria.to() != null) {
            filters.add(covering(criteria));
        }
        return filters;
    }

    /** Entries that cover at least one day of the asked span. */
    private static Query covering(SearchCriteria criteria) {
        RangeQuery.Builder range =
                new RangeQuery.Builder()
                        .field(EntryFields.COVERED)
                        .relation(RangeRelation.Intersects);
        if (criteria.from() != null) {
            range.gte(JsonData.of(criteria.from().toString()));
        }
        if (criteria.to() != null) {
            range.lte(JsonData.of(criteria.to().toString()));
        }
        return range.build().toQuery();
    }

    private static List<Query> relevance(Question question) {
        List<Query> relevance = new ArrayList<>();
        relevance.add(step(HALF_STEP, met(question, EntryQuery::spelledOtherwise)));
        relevance.add(step(STEP, met(question, EntryQuery::canonical)));
        relevance.add(step(STEP, met(question, EntryQuery::exact)));
        question.parts().stream()
                .filter(Question.Part::isNumber)
                .map(part -> step(HAS_THE_NUMBER, term(EntryFields.NUMBERS, part.number())))
                .forEach(relevance::add);
        FoldedText words = question.allWords();
        relevance.add(matches(EntryFields.TITLE_PLAIN, words.plainText()));
        relevance.add(matches(EntryFields.TITLE_CANONICAL, words.canonicalText()));
        if (words.size() > 1) {
            relevance.add(phrase(EntryFields.TITLE_PLAIN, words.plain(), 4f));
            relevance.add(phrase(EntryFields.TITLE_CANONICAL, words.canonical(), 4f));
        }
        return relevance;
    }

    /** All parts, each in the given reading. */
    private static List<Query> met(Question question, Function<Question.Part, Query> reading) {
        return question.parts().stream().map(reading).toList();
    }

    private static Query step(float height, List<Query> all) {
        return step(height, Query.of(q -> q.bool(b -> b.filter(all))));
    }

    private static Query step(float height, Query query) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(height)));
    }

    private static Query withoutAccents(Question.Part part) {
        if (part.isPhrase()) {
            return in(EntryFields.TEXT_PLAIN, part.words().plain(), part);
        }
        String word = part.words().plain().getFirst();
        return eitherSpelling(EntryFields.TEXT_PLAIN, word);
    }

    /** The word with i or y, whichever way it was typed. */
    static Query eitherSpelling(String field, String word) {
        return SpellingVariants.of(word)
                .map(variant ->
                        Query.of(q ->
                                q.disMax(d -> d.queries(term(field, word), term(field, variant)))))
                .orElseGet(() -> term(field, word));
    }

    /** The word itself, its other spelling, or an entry that was typed without accents. */
    private static Query spelledOtherwise(Question.Part part) {
        if (part.isPhrase()) {
            return either(
                    in(EntryFields.TEXT_CANONICAL, part.words().canonical(), part),
                    phrase(EntryFields.TEXT_CANONICAL, part.words().plain(), 1f));
        }
        Set<String> readings = new LinkedHashSet<>();
        String word = part.words().canonical().getFirst();
        readings.add(word);
        SpellingVariants.of(word).ifPresent(readings::add);
        readings.add(part.words().plain().getFirst());
        return anyOf(EntryFields.TEXT_CANONICAL, readings);
    }

    private static Query canonical(Question.Part part) {
        return in(EntryFields.TEXT_CANONICAL, part.words().canonical(), part);
    }

    private static Query exact(Question.Part part) {
        return in(EntryFields.TEXT_EXACT, part.words().exact(), part);
    }

    /** The words of a part in one form; a number is met by its key as well. */
    private static Query in(String field, List<String> words, Question.Part part) {
        Query text = words.size() == 1 ? term(field, words.getFirst()) : phrase(field, words, 1f);
        return part.isNumber() ? either(text, term(EntryFields.NUMBERS, part.number())) : text;
    }

    static Query either(Query one, Query other) {
        return Query.of(q -> q.bool(b -> b.should(one, other).minimumShouldMatch("1")));
    }

    static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value))));
    }

    static Query anyOf(String field, Set<String> values) {
        return Query.of(q ->
                q.terms(t ->
                        t.field(field)
                                .terms(v ->
                                        v.value(values.stream().map(FieldValue::of).toList()))));
    }

    static Query phrase(String field, List<String> words, float boost) {
        return Query.of(q ->
                q.matchPhrase(m -> m.field(field).query(String.join(" ", words)).boost(boost)));
    }

    private static Query matches(String field, String words) {
        return Query.of(q ->
                q.match(m -> m.field(field).query(FieldValue.of(words)).operator(Operator.Or)));
    }
}
