package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;

/** Counts a document whose register line was corrected anew in the dossiers that hold it. */
@ApplicationScoped
public class RecountDocument {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final ChangeDossier change;

    RecountDocument(Dossiers dossiers, RegisteredDocuments documents, ChangeDossier change) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.change = change;
    }

    /** To be called before the document is locked: dossiers come first everywhere. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Dossier> locked(UUID documentId) {
        List<UUID> holding =
                documents.dossiersOf(List.of(documentId)).getOrDefault(documentId, List.of());
        return holding.isEmpty() ? List.of() : dossiers.locked(holding);
    }

    /**
     * @param holding locked open dossiers
     * @param pagesBefore as they were counted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recount(
            List<Dossier> holding, RegisteredDocument document, int pagesBefore, String operation) {
        for (Dossier dossier : holding) {
            change.apply(
                    operation,
                    dossier,
                    d -> {
                        d.recounted(document.pageCount() - pagesBefore, document.issuedDate());
                        return new DossierDescribed(
                                d.agencyId(),
                                d.version(),
                                change.clock().instant(),
                                d.description());
                    },
                    Map.of("documentId", document.id().toString()));
        }
    }
}
