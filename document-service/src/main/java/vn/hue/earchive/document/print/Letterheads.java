package vn.hue.earchive.document.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.time.LegalDate;

/** Heads of papers: the agency, the body above it, place and day. */
@ApplicationScoped
public class Letterheads {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern SHORT = Pattern.compile("^UBND ");
    private static final Pattern KIND =
            Pattern.compile(
                    "^(UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) (tỉnh |thành phố |phường |xã"
                            + " |đặc khu )?");

    private static final String AGENCY =
            """
            select a.name, p.name as superior from agency a
            left join agency p on p.id = a.parent_id where a.id = ?
            """;

    private final Query query;
    private final Clock clock;

    Letterheads(Query query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    /** Dated today. An agency that the operator has not entered has a head without name. */
    @Transactional(Transactional.TxType.MANDATORY)
    public PaperForm.Letterhead of(UUID agency) {
        String day = spelled(LegalDate.today(clock));
        return query
                .all(
                        AGENCY,
                        List.of(agency),
                        row ->
                                head(
                                        row.text("superior"),
                                        row.some("name"),
                                        place(row.some("name")) + ", " + day))
                .stream()
                .findFirst()
                .orElse(new PaperForm.Letterhead(null, "", day));
    }

    private static PaperForm.Letterhead head(
            @Nullable String superior, String agency, String placeAndDate) {
        return new PaperForm.Letterhead(
                superior == null ? null : capitals(superior), capitals(agency), placeAndDate);
    }

    private static String capitals(String name) {
        return SHORT.matcher(name).replaceFirst("Ủy ban nhân dân ").toUpperCase(VIETNAMESE);
    }

    static String place(String agency) {
        return KIND.matcher(agency).replaceFirst("");
    }

    /** Decree 30/2020 Annex I: days below 10 and the months 1 and 2 take a leading zero. */
    static String spelled(LocalDate day) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
                        day.getYear());
    }
}
