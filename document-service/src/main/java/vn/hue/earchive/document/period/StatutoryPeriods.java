package vn.hue.earchive.document.period;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import vn.hue.earchive.kit.time.LegalDate;

/** The periods that are in force today. */
@ApplicationScoped
public class StatutoryPeriods {

    /** The head may consent to a dossier being kept back so long after it was due. */
    public static final String HOLD_BACK = "agencyArchive.holdBack";

    /** A document is registered on the day it arrives, on the next working day at the latest. */
    public static final String REGISTER = "register.sameDay";

    /** The agency archive confirms a hand-over within this period. */
    public static final String CONFIRM = "agencyArchive.confirm";

    private static final String MAX = "agencyArchive.max";

    private static final String IN_FORCE =
            """
            select key, amount, unit, counted_from, legal_basis from statutory_period
            where valid_from <= :today and (valid_to is null or valid_to >= :today)
            """;

    private final EntityManager entities;
    private final Clock clock;

    StatutoryPeriods(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** In the order of their keys. */
    public List<StatutoryPeriod> inForce() {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(IN_FORCE + " order by key", Object[].class)
                .setParameter("today", LegalDate.today(clock))
                .getResultList()
                .stream()
                .map(StatutoryPeriods::period)
                .toList();
    }

    /** One period; that it is there is a duty of the migrations. */
    public StatutoryPeriod require(String key) {
        return period(
                entities.unwrap(Session.class)
                        .createNativeQuery(IN_FORCE + " and key = :key", Object[].class)
                        .setParameter("today", LegalDate.today(clock))
                        .setParameter("key", key)
                        .getSingleResult());
    }

    /**
     * The last day of the hand-over to the agency archive; never later than the last day of the
     * year after the start (Law 33/2024 Art 17).
     *
     * @param start the end of the work; for construction works the day of the final settlement
     */
    public LocalDate handOverDueOn(HandOverKind kind, LocalDate start) {
        LocalDate own = require(kind.rule()).lastDay(start);
        LocalDate latest = require(MAX).lastDay(start);
        return own.isAfter(latest) ? latest : own;
    }

    private static StatutoryPeriod period(Object[] row) {
        return new StatutoryPeriod(
                (String) row[0],
                ((Number) row[1]).intValue(),
                StatutoryPeriod.Unit.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4]);
    }
}
