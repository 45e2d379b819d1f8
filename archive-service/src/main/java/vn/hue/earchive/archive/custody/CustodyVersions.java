package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Gives the versions of the archive's events about a dossier: from 1, without gaps, over all its
 * submissions. The counter row is locked until the transaction ends, so that two facts about one
 * dossier are told one after the other; a rolled back fact gives its number back.
 */
@ApplicationScoped
public class CustodyVersions {

    private final EntityManager entities;

    CustodyVersions(EntityManager entities) {
        this.entities = entities;
    }

    /** The version of the last fact that was told about this dossier; 0 for none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long told(UUID dossierId) {
        List<?> versions =
                entities.createNativeQuery(
                                "SELECT version FROM custody_version WHERE dossier_id = :dossier")
                        .setParameter("dossier", dossierId)
                        .getResultList();
        return versions.isEmpty() ? 0 : ((Number) versions.getFirst()).longValue();
    }

    /** Goes on after this version at least; for a counter that is written again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resume(UUID dossierId, UUID agencyId, long told) {
        if (told > 0) {
            entities.createNativeQuery(
                            """
                            INSERT INTO custody_version (dossier_id, agency_id, version)
                            VALUES (:dossier, :agency, :told)
                            ON CONFLICT (dossier_id) DO UPDATE
                            SET version = GREATEST(custody_version.version, excluded.version)
                            """)
                    .setParameter("dossier", dossierId)
                    .setParameter("agency", agencyId)
                    .setParameter("told", told)
                    .executeUpdate();
        }
    }

    /** The version of the next fact about this dossier. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long next(UUID dossierId, UUID agencyId) {
        return next(dossierId, agencyId, 1);
    }

    /** The version of the last of so many next facts about this dossier, which are told at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    long next(UUID dossierId, UUID agencyId, int facts) {
        return ((Number)
                        entities.createNativeQuery(
                                        """
                                        INSERT INTO custody_version (dossier_id, agency_id, version)
                                        VALUES (:dossier, :agency, :facts)
                                        ON CONFLICT (dossier_id)
                                        DO UPDATE SET version = custody_version.version + :facts
                                        RETURNING version
                                        """)
                                .setParameter("dossier", dossierId)
                                .setParameter("agency", agencyId)
                                .setParameter("facts", facts)
                                .getSingleResult())
                .longValue();
    }
}
