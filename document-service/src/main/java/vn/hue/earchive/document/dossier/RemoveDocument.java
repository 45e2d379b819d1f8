package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDocumentRemoved;
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
        dossier.require(Command.REMOVE);
        int pages = documents.locked(documentId).orElseThrow().pageCount();
        dossiers.getEntityManager().remove(filing);
        dossiers.filings(dossierId).stream()
                .filter(other -> other.ordinal() > filing.ordinal())
                .forEach(other -> other.moveTo(other.ordinal() - 1));
        dossiers.flush();
        change.apply(
                "removeDocument",
                dossier,
                d -> {
                    d.removed(pages, Confidence.of(dossiers.confidenceLevels(dossierId)));
                    return new DossierDocumentRemoved(
                            d.agencyId(),
                            d.version(),
                            change.clock().instant(),
                            d.description(),
                            documentId);
                },
                Map.of("documentId", documentId.toString()));
        return views.of(dossier);
    }
}
