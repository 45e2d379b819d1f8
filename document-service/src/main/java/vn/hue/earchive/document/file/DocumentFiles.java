package vn.hue.earchive.document.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of documents. */
@ApplicationScoped
public class DocumentFiles implements PanacheRepositoryBase<DocumentFile, UUID> {

    /** In their order. */
    public List<DocumentFile> ofDocument(UUID documentId) {
        return find("documentId = ?1 order by position", documentId).list();
    }

    /** Originals only, in their order: what goes to other agencies. */
    public List<DocumentFile> originalsOf(UUID documentId) {
        return find("documentId = ?1 and variant.originalId is null order by position", documentId)
                .list();
    }

    /** The newest redacted variant of a file; it says who may read the original. */
    Optional<DocumentFile> redactedOf(UUID fileId) {
        return find(
                        "variant.originalId = ?1 and variant.kind = ?2 order by position desc",
                        fileId,
                        FileVariant.Kind.REDACTED)
                .firstResultOptional();
    }

    /** In their order, by document. */
    public Map<UUID, List<DocumentFile>> ofDocuments(Collection<UUID> documentIds) {
        return find("documentId in ?1 order by documentId, position", documentIds).stream()
                .collect(Collectors.groupingBy(DocumentFile::documentId));
    }

    /** Holdings that a document went to, oldest first. */
    List<UUID> holdingsOf(UUID documentId) {
        return getSession()
                .createNativeQuery(
                        """
                        select d.id from dossier d join dossier_document f on f.dossier_id = d.id
                        where f.document_id = :document and d.state = 'IN_AGENCY_ARCHIVE' order by d.id
                        """,
                        UUID.class)
                .setParameter("document", documentId)
                .getResultList();
    }
}
