package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDocumentRemoved;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/** Takes a document out of an open dossier; the ordinals behind it close up. */
@ApplicationScoped
class RemoveDocument {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final ChangeDossier change;
    private final DossierViews views;

    RemoveDocument(
            Dossiers dossiers,
            RegisteredDocuments documents,
            ChangeDossier change,
            DossierViews views) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.change = change;
        this.views = views;
    }

    @Transactional
    DossierView remove(UUID dossierId, UUID documentId, @Nullable String ifMatch) {
        Dossier dossier = dossiers.locked(dossierId);
        Filing filing = dossiers.filing(dossierId, documentId);
        if (filing == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        ETags.check(ifMatch, dossier.version());
        takeOut(dossier, filing, "removeDocument", Map.of());
        return views.of(dossier);
    }

    /**
     * Takes a document out of a locked dossier.
     *
     * @param operation for the audit trail, with these details besides
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void takeOut(Dossier dossier, Filing filing, String operation, Map<String, String> besides) {
        dossier.require(Command.REMOVE);
        UUID documentId = filing.documentId();
        RegisteredDocument document = documents.locked(documentId).orElseThrow();
        dossiers.takeOut(filing);
        Map<String, String> details = new HashMap<>(besides);
        details.put("documentId", documentId.toString());
        change.apply(
                operation,
                dossier,
                d -> {
                    d.removed(document.pageCount(), document.confidenceLevel());
                    return new DossierDocumentRemoved(
                            d.agencyId(),
                            d.version(),
                            change.clock().instant(),
                            d.description(),
                            documentId);
                },
                details);
    }
}
