package vn.hue.earchive.document.register;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The lines of both registers. */
@ApplicationScoped
public class RegisteredDocuments implements PanacheRepositoryBase<RegisteredDocument, UUID> {

    /** Keeps the document as it is until the transaction ends. */
    public Optional<RegisteredDocument> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** By id. */
    public Map<UUID, RegisteredDocument> byId(Collection<UUID> ids) {
        return find("id in ?1", ids).stream()
                .collect(Collectors.toMap(RegisteredDocument::id, d -> d));
    }

    /** Dossiers that hold these documents, by document. */
    public Map<UUID, List<UUID>> dossiersOf(Collection<UUID> documents) {
        return getSession()
                .createNativeQuery(
                        "select document_id, dossier_id from dossier_document"
                                + " where document_id in (:documents) order by dossier_id",
                        Object[].class)
                .setParameter("documents", documents)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
    }
}
