package vn.hue.earchive.search.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.search.index.EntryKind;

/**
 * Checked parameters of a search.
 *
 * @param text the question as it was typed; empty when there is none
 * @param from first legal date asked for, inclusive
 * @param to last legal date asked for, inclusive
 */
record SearchCriteria(
        String text,
        Question question,
        Set<EntryKind> kinds,
        Set<String> typeCodes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Order order,
        int limit) {

    private static final Pattern TYPE_CODE = Pattern.compile("\\d{2}");

    /** Order of the items. */
    enum Order {
        RELEVANCE,
        DATE
    }

    /**
     * @throws Problem INVALID_PARAMETER (400), naming the first parameter that cannot be used
     */
    static SearchCriteria of(SearchParameters given) {
        String text = given.q() == null ? "" : given.q().strip();
        if (text.length() > Question.MAX_LENGTH) {
            throw invalid("q");
        }
        Question question = Question.of(text);
        // A question without a single letter or digit asks for nothing, not for everything.
        if (!text.isEmpty() && question.isEmpty()) {
            throw invalid("q");
        }
        LocalDate from = date(given.from(), "from");
        LocalDate to = date(given.to(), "to");
        if (from != null && to != null && to.isBefore(from)) {
            throw invalid("to");
        }
        return new SearchCriteria(
                text,
                question,
                list(given.kind(), "kind", EntryKind::of),
                list(given.typeCode(), "typeCode", SearchCriteria::typeCode),
                from,
                to,
                order(given.sort(), question),
                limit(given.limit()));
    }

    Set<String> kindTokens() {
        return kinds.stream().map(EntryKind::token).collect(Collectors.toUnmodifiableSet());
    }

    private static Order order(@Nullable String sort, Question question) {
        if (sort == null) {
            return question.isEmpty() ? Order.DATE : Order.RELEVANCE;
        }
        return switch (sort) {
            case "date" -> Order.DATE;
            case "relevance" -> {
                if (question.isEmpty()) {
                    throw invalid("sort");
                }
                yield Order.RELEVANCE;
            }
            default -> throw invalid("sort");
        };
    }

    private static int limit(@Nullable String limit) {
        try {
            return Limits.page(limit == null ? null : Integer.valueOf(limit));
        } catch (NumberFormatException e) {
            throw invalid("limit").causedBy(e);
        }
    }

    private static <T> Set<T> list(
            @Nullable String given, String name, Function<String, Optional<T>> parse) {
        Set<T> values = new LinkedHashSet<>();
        if (given != null) {
            for (String token : given.split(",", -1)) {
                values.add(parse.apply(token.strip()).orElseThrow(() -> invalid(name)));
            }
        }
        return values;
    }

    private static Optional<String> typeCode(String code) {
        return TYPE_CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    private static @Nullable LocalDate date(@Nullable String given, String name) {
        try {
            LocalDate date = given == null ? null : LocalDate.parse(given);
            if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
                throw invalid(name);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw invalid(name).causedBy(e);
        }
    }

    private static Problem invalid(String parameter) {
        return new Problem(CommonProblem.INVALID_PARAMETER, parameter);
    }
}
