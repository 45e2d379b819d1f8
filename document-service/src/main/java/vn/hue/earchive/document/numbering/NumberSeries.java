package vn.hue.earchive.document.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Gap-free series: one row per agency, year and series, locked by the transaction that takes a
 * number until it ends. A transaction that rolls back gives its number back (Decree 30/2020 Art
 * 22).
 */
@ApplicationScoped
public class NumberSeries {

    /** Arrival numbers: one series for paper and electronic documents alike. */
    public static final String ARRIVALS = "arrival";

    private final EntityManager entities;

    NumberSeries(EntityManager entities) {
        this.entities = entities;
    }

    /** The next number, from 1 in each year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long take(UUID agencyId, int year, String series) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        """
                        insert into number_series (agency_id, series_year, series_key, last_number)
                        values (:agency, :year, :series, 1)
                        on conflict (agency_id, series_year, series_key)
                        do update set last_number = number_series.last_number + 1
                        returning last_number
                        """,
                        Long.class)
                .setParameter("agency", agencyId)
                .setParameter("year", year)
                .setParameter("series", series)
                .getSingleResult();
    }
}
