package vn.hue.earchive.document.registerclosing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.print.Query;

/** Changes of sealed lines, as the database has noted them. */
@ApplicationScoped
class Amendments {

    private static final String LIST =
            """
            select id, document_id, series_key, register_number, amended_at, amended_by, action,
            reason, line_before::text as before, line_after::text as after
            from register_amendment where closing_id = ?
            """;

    /** With the notation that a number of an outgoing document has. */
    private static final String WITH_NOTATION =
            """
            select a.*, n.notation from (%s) a
            join register_closing c on c.id = ?
            left join outgoing_number n on c.register = 'OUTGOING' and n.agency_id = c.agency_id
                and n.series_year = c.register_year and n.series_key = a.series_key
                and n.number_value = a.register_number
            order by a.id
            """
                    .formatted(LIST);

    private final Query query;
    private final ObjectMapper json;

    Amendments(Query query, ObjectMapper json) {
        this.query = query;
        this.json = json;
    }

    static String place(String series, long number) {
        return series + "#" + number;
    }

    /** Places of lines that were changed, notes aside. */
    Set<String> places(UUID closing) {
        Set<String> places = new HashSet<>();
        query.each(
                "select distinct series_key, register_number from register_amendment"
                        + " where closing_id = ? and line_after is not null and action <> '"
                        + AmendSealedLine.ACTION
                        + "'",
                List.of(closing),
                row -> places.add(place(row.some("series_key"), row.number("register_number"))));
        return places;
    }

    long count(UUID closing) {
        return query.all(
                        "select count(*) as n from register_amendment where closing_id = ?",
                        List.of(closing),
                        row -> row.number("n"))
                .getFirst();
    }

    /** Oldest first, from behind the given one. */
    List<AmendmentView> page(UUID closing, @Nullable UUID after, int rows) {
        List<Object> parameters = new ArrayList<>(List.of(closing));
        String from = "";
        if (after != null) {
            from = " and id > ?";
            parameters.add(after);
        }
        parameters.add(rows);
        return query.all(LIST + from + " order by id limit ?", parameters, this::view);
    }

    /** Takes an amendment and the notation of its line's number, if it has one. */
    interface Reader {
        void read(AmendmentView amendment, @Nullable String notation);
    }

    /** Every one, oldest first. */
    void each(UUID closing, Reader to) {
        query.each(
                WITH_NOTATION,
                List.of(closing, closing),
                row -> to.read(view(row), row.none("notation")));
    }

    private AmendmentView view(Query.Line row) {
        Map<String, Object> before = read(row.text("before"));
        Map<String, Object> after = read(row.text("after"));
        Map<String, Object> was = new TreeMap<>(before);
        Map<String, Object> is = new TreeMap<>(after);
        was.entrySet().removeIf(e -> Objects.equals(e.getValue(), after.get(e.getKey())));
        is.entrySet().removeIf(e -> Objects.equals(e.getValue(), before.get(e.getKey())));
        return new AmendmentView(
                row.id("id"),
                row.idOrNone("document_id"),
                row.some("series_key"),
                row.number("register_number"),
                Objects.requireNonNull(row.instant("amended_at")),
                row.some("amended_by"),
                row.some("action"),
                row.text("reason"),
                was,
                is);
    }

    private Map<String, Object> read(@Nullable String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An amendment is no JSON", e);
        }
    }
}
