package vn.hue.earchive.search.query;

import java.util.List;
import java.util.Set;
import org.opensearch.client.opensearch._types.query_dsl.ChildScoreMode;
import org.opensearch.client.opensearch._types.query_dsl.NestedQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.InnerHits;
import vn.hue.earchive.search.index.EntryFields;

/**
 * Queries over what the files of holdings say. The access mode of the file is part of each of them,
 * so that a passage that the caller may not read neither finds, nor counts, nor is shown.
 *
 * @param modes access modes of the files that the caller may read; not empty
 */
record PassageQuery(Set<String> modes) {

    /** A passage with the part, whatever its accents. */
    Query withoutAccents(Question.Part part) {
        List<String> words = part.words().plain();
        return within(
                        part.isPhrase()
                                ? EntryQuery.phrase(EntryFields.PASSAGE_PLAIN, words, 1f)
                                : EntryQuery.eitherSpelling(
                                        EntryFields.PASSAGE_PLAIN, words.getFirst()))
                .build()
                .toQuery();
    }

    /** A passage with the part, wherever its tones stand. */
    Query canonical(Question.Part part) {
        return in(EntryFields.PASSAGE_CANONICAL, part.words().canonical());
    }

    /** A passage with the part as it was typed. */
    Query exact(Question.Part part) {
        return in(EntryFields.PASSAGE_EXACT, part.words().exact());
    }

    private Query in(String field, List<String> words) {
        return within(
                        words.size() == 1
                                ? EntryQuery.term(field, words.getFirst())
                                : EntryQuery.phrase(field, words, 1f))
                .build()
                .toQuery();
    }

    /** The passages with most of the question, for the answer; it finds and ranks nothing. */
    Query shown(Question question, String name, int most) {
        Query any =
                Query.of(q ->
                        q.bool(b ->
                                b.should(question.parts().stream().map(this::shown).toList())
                                        .minimumShouldMatch("1")));
        return within(any)
                .boost(0f)
                .innerHits(
                        InnerHits.of(hits ->
                                hits.name(name)
                                        .size(most)
                                        .source(s ->
                                                s.filter(f ->
                                                        f.includes(EntryFields.PASSAGE_SHOWN)))))
                .build()
                .toQuery();
    }

    private Query shown(Question.Part part) {
        List<String> words = part.words().plain();
        return words.size() == 1
                ? EntryQuery.eitherSpelling(EntryFields.PASSAGE_PLAIN, words.getFirst())
                : EntryQuery.phrase(EntryFields.PASSAGE_PLAIN, words, 1f);
    }

    private NestedQuery.Builder within(Query query) {
        return new NestedQuery.Builder()
                .path(EntryFields.PASSAGES)
                .scoreMode(ChildScoreMode.Max)
                .query(q ->
                        q.bool(b ->
                                b.filter(EntryQuery.anyOf(EntryFields.PASSAGE_ACCESS_MODE, modes))
                                        .must(query)));
    }
}
