package vn.hue.earchive.search.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.InnerHitsResult;
import org.opensearch.client.opensearch.core.search.TotalHits;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.search.access.SearchScope;
import vn.hue.earchive.search.index.AgencyEntry;
import vn.hue.earchive.search.index.EngineUnavailable;
import vn.hue.earchive.search.index.EntryFields;
import vn.hue.earchive.search.index.EntryIndex;
import vn.hue.earchive.search.index.EntryKind;
import vn.hue.earchive.search.index.FoundEntry;
import vn.hue.earchive.search.index.FoundPassage;
import vn.hue.earchive.search.index.Shown;

/** Answers a search within the caller's scope. */
@ApplicationScoped
class SearchDescriptions {

    /** Counting further costs time that nobody waits for to learn the last digit. */
    private static final int COUNTED = 10_000;

    private final EntryIndex index;
    private final AgencyNames agencies;

    SearchDescriptions(EntryIndex index, AgencyNames agencies) {
        this.index = index;
        this.agencies = agencies;
    }

    /**
     * @throws Problem INVALID_CURSOR (400); SEARCH_UNAVAILABLE (503) when the engine cannot answer
     */
    SearchAnswer answer(Caller caller, SearchCriteria criteria, @Nullable String cursor) {
        SearchScope scope = SearchScope.of(caller);
        List<FieldValue> after = cursor == null ? List.of() : Position.of(cursor, scope, criteria);
        try {
            SearchResponse<FoundEntry> found = index.search(request(scope, criteria, after));
            Optional<AgencyEntry.Names> agency = agencies.of(scope.agencyId());
            return view(
                    found,
                    scope,
                    criteria,
                    agency.map(AgencyEntry.Names::code).orElse(caller.agencyCode()),
                    agency.map(AgencyEntry.Names::name).orElse(null));
        } catch (EngineUnavailable e) {
            throw new Problem(SearchProblem.SEARCH_UNAVAILABLE).causedBy(e);
        }
    }

    private static SearchRequest.Builder request(
            SearchScope scope, SearchCriteria criteria, List<FieldValue> after) {
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .query(EntryQuery.of(scope, criteria))
                        .source(s -> s.filter(f -> f.includes(EntryFields.KIND, "shown")))
                        // One more than a page tells whether there is a next one.
                        .size(criteria.limit() + 1)
                        .trackTotalHits(t -> t.count(COUNTED));
        if (criteria.order() == SearchCriteria.Order.RELEVANCE) {
            request.sort(SortOptions.of(s -> s.score(v -> v.order(SortOrder.Desc))));
        }
        request.sort(by(EntryFields.SORT_DATE, SortOrder.Desc));
        request.sort(by(EntryFields.ENTRY_ID, SortOrder.Asc));
        if (!after.isEmpty()) {
            request.searchAfter(after);
        }
        return request;
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }

    private static SearchAnswer view(
            SearchResponse<FoundEntry> found,
            SearchScope scope,
            SearchCriteria criteria,
            String agencyCode,
            @Nullable String agencyName) {
        List<Hit<FoundEntry>> hits = found.hits().hits();
        boolean more = hits.size() > criteria.limit();
        List<Hit<FoundEntry>> page = more ? hits.subList(0, criteria.limit()) : hits;
        TotalHits total = found.hits().total();
        return new SearchAnswer(
                page.stream().map(hit -> item(hit, criteria, agencyCode, agencyName)).toList(),
                more ? Position.after(scope, criteria, page.getLast().sort()) : null,
                total == null ? 0 : total.value(),
                total == null || total.relation() == TotalHitsRelation.Eq);
    }

    private static FoundItem item(
            Hit<FoundEntry> hit,
            SearchCriteria criteria,
            String agencyCode,
            @Nullable String agencyName) {
        FoundEntry entry = hit.source();
        if (entry == null) {
            throw new IllegalStateException("Entry without source: " + hit.id());
        }
        EntryKind kind = EntryKind.of(entry.kind()).orElseThrow();
        Shown shown = entry.shown();
        boolean scored = criteria.order() == SearchCriteria.Order.RELEVANCE;
        return FoundItem.of(
                kind,
                shown,
                agencyCode,
                agencyName,
                scored ? hit.score() : null,
                snippets(hit, criteria.question()));
    }

    private static List<Snippet> snippets(Hit<FoundEntry> hit, Question question) {
        InnerHitsResult passages = hit.innerHits().get(EntryQuery.SHOWN_PASSAGES);
        return passages == null
                ? List.of()
                : passages.hits().hits().stream()
                        .map(Hit::source)
                        .filter(Objects::nonNull)
                        .map(source -> source.to(FoundPassage.class))
                        .map(passage -> Snippet.of(passage.shown(), question))
                        .toList();
    }
}
