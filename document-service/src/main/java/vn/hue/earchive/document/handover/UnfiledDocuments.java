package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hue.earchive.document.register.RegisteredDocument;

/** Register lines of people who leave. */
@ApplicationScoped
class UnfiledDocuments {

    private final EntityManager entities;

    UnfiledDocuments(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of these documents that exist, locked in one order for all. */
    Map<UUID, RegisteredDocument> locked(Collection<UUID> ids) {
        return entities.createQuery(
                        "from RegisteredDocument where id in :ids order by id",
                        RegisteredDocument.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(RegisteredDocument::id, Function.identity()));
    }

    /** Whether any dossier holds the document; who files it answers for it there. */
    boolean isFiled(UUID id) {
        return !entities.createQuery(
                        "select 1 from Filing where id.documentId = :id", Integer.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
