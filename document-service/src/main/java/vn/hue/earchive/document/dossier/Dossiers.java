package vn.hue.earchive.document.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomFilter;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Dossiers and what is filed in them. */
@ApplicationScoped
public class Dossiers implements PanacheRepositoryBase<Dossier, UUID> {

    /**
     * The dossier, locked until the transaction ends.
     *
     * @throws Problem NOT_FOUND
     */
    public Dossier locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** Those of these dossiers that exist, locked in one order for all. */
    public List<Dossier> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    Dossier require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * @throws Problem DOSSIER_NOTATION_TAKEN when the agency has such a dossier in that year
     */
    void add(Dossier dossier, String notation, int year) {
        try {
            persistAndFlush(dossier);
        } catch (ConstraintViolationException e) {
            if ("uq_dossier_notation".equals(e.getConstraintName())) {
                throw new Problem(
                                DocumentProblem.DOSSIER_NOTATION_TAKEN,
                                notation,
                                String.valueOf(year))
                        .causedBy(e);
            }
            throw e;
        }
    }

    /** Newest first. */
    List<Dossier> page(
            @Nullable String state,
            @Nullable Integer year,
            @Nullable CustomFilter custom,
            @Nullable UUID before,
            int rows) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (year != null) {
            where.append(" and dossierYear = :year");
            parameters.put("year", year);
        }
        CustomFilter.narrow(where, parameters, custom);
        if (before != null) {
            where.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(where + " order by id desc", parameters).range(0, rows - 1).list();
    }

    /** In the order of their ordinals. */
    public List<Filing> filings(UUID dossierId) {
        return filings(dossierId, 0, Integer.MAX_VALUE);
    }

    List<Filing> filings(UUID dossierId, int afterOrdinal, int rows) {
        return getEntityManager()
                .createQuery(
                        "from Filing where id.dossierId = :dossier and ordinal > :after"
                                + " order by ordinal",
                        Filing.class)
                .setParameter("dossier", dossierId)
                .setParameter("after", afterOrdinal)
                .setMaxResults(rows)
                .getResultList();
    }

    @Nullable Filing filing(UUID dossierId, UUID documentId) {
        return getEntityManager().find(Filing.class, new Filing.Id(dossierId, documentId));
    }

    /** Title of the line of the dossier list that it was opened from. */
    @Nullable String lineTitle(UUID dossierId) {
        return getSession()
                .createNativeQuery(
                        "select l.title from dossier d join dossier_list_item l"
                                + " on l.id = d.list_item_id where d.id = :dossier",
                        String.class)
                .setParameter("dossier", dossierId)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Of these documents those of one's own that were recalled or replaced after their issue. */
    Set<UUID> withdrawn(Collection<UUID> documents) {
        return Set.copyOf(
                getSession()
                        .createNativeQuery(
                                "select id from outgoing_document where id in (:documents)"
                                        + " and state in ('REPLACED', 'RECALLED')",
                                UUID.class)
                        .setParameter("documents", documents)
                        .getResultList());
    }

    /** Dates of the photos and recordings, earliest first. */
    List<LocalDate> mediaDates(UUID dossierId) {
        return getSession()
                .createNativeQuery(
                        "select taken_on from media_item where dossier_id = :dossier"
                                + " and removed_at is null order by taken_on",
                        LocalDate.class)
                .setParameter("dossier", dossierId)
                .getResultList();
    }

    /** Photos and recordings that are there as originals only, without a file. */
    List<UUID> mediaWithoutFile(UUID dossierId) {
        return getSession()
                .createNativeQuery(
                        "select item.id from media_item item where item.dossier_id = :dossier"
                                + " and item.removed_at is null and not exists"
                                + " (select 1 from media_file file where file.item_id = item.id)"
                                + " order by item.ordinal",
                        UUID.class)
                .setParameter("dossier", dossierId)
                .getResultList();
    }

    /** Takes a document out; the ordinals behind it close up, in one statement. */
    void takeOut(Filing filing) {
        getEntityManager().remove(filing);
        flush();
        getEntityManager()
                .createQuery(
                        "update Filing set ordinal = ordinal - 1"
                                + " where id.dossierId = :dossier and ordinal > :ordinal")
                .setParameter("dossier", filing.dossierId())
                .setParameter("ordinal", filing.ordinal())
                .executeUpdate();
    }
}
