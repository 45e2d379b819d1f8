package vn.hue.earchive.search.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.opensearch.client.opensearch._types.FieldValue;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.search.access.SearchScope;

/**
 * Where a page ended, as an opaque cursor: the sort values of its last item and a mark of the
 * search, so that a cursor is not continued in another one. It carries no right.
 */
final class Position {

    private Position() {}

    static String after(SearchScope scope, SearchCriteria criteria, List<FieldValue> sort) {
        Object[] keys = new Object[sort.size() + 1];
        keys[0] = mark(scope, criteria);
        for (int i = 0; i < sort.size(); i++) {
            keys[i + 1] = sort.get(i)._get();
        }
        return Cursor.encode(keys);
    }

    /**
     * The sort values to go on after.
     *
     * @throws Problem INVALID_CURSOR (400) when it is not one of ours or belongs to another search
     */
    static List<FieldValue> of(String cursor, SearchScope scope, SearchCriteria criteria) {
        boolean byRelevance = criteria.order() == SearchCriteria.Order.RELEVANCE;
        List<String> keys = Cursor.decode(cursor, byRelevance ? 4 : 3);
        if (!keys.getFirst().equals(mark(scope, criteria))) {
            throw new Problem(CommonProblem.INVALID_CURSOR);
        }
        try {
            FieldValue date = FieldValue.of(Long.parseLong(keys.get(keys.size() - 2)));
            FieldValue id = FieldValue.of(keys.getLast());
            return byRelevance
                    ? List.of(FieldValue.of(score(keys.get(1))), date, id)
                    : List.of(date, id);
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    private static double score(String text) {
        double score = Double.parseDouble(text);
        if (!Double.isFinite(score)) {
            throw new NumberFormatException("score");
        }
        return score;
    }

    private static String mark(SearchScope scope, SearchCriteria criteria) {
        CRC32 mark = new CRC32();
        String search =
                String.join(
                        "\n",
                        scope.toString(),
                        criteria.text(),
                        criteria.kinds().toString(),
                        criteria.typeCodes().toString(),
                        String.valueOf(criteria.from()),
                        String.valueOf(criteria.to()),
                        criteria.order().toString());
        mark.update(search.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(mark.getValue());
    }
}
