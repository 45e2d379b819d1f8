package vn.hue.earchive.search.projection;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.DossierEvent;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.search.index.Covered;
import vn.hue.earchive.search.index.Entry;
import vn.hue.earchive.search.index.EntryIndex;
import vn.hue.earchive.search.index.EntryKind;
import vn.hue.earchive.search.index.Forms;
import vn.hue.earchive.search.index.Shown;
import vn.hue.earchive.search.text.DocumentNumber;

/**
 * Dossiers become entries {@code dossier:{id}} while their agency works on them. In the archive's
 * custody the entry is a tombstone: {@code holding:{id}} takes its place.
 */
@Singleton
class DossierProjection extends EntryProjection {

    private static final String IN_CUSTODY = "IN_AGENCY_ARCHIVE";

    DossierProjection(EntryIndex index, Projector projector) {
        super("dossier.events", index, projector);
    }

    @Override
    Optional<Entry> entry(ReceivedEvent event) {
        return Facts.DOCUMENT_SERVICE
                .read(event)
                .filter(DossierEvent.class::isInstance)
                .map(DossierEvent.class::cast)
                .map(DossierProjection::entry);
    }

    static Entry entry(DossierEvent event) {
        DossierDescription dossier = event.dossier();
        if (dossier.state().equals(IN_CUSTODY)) {
            return Entry.tombstone(
                    EntryKind.DOSSIER, event.agencyId(), dossier.dossierId(), event.version());
        }
        return Entry.of(
                EntryKind.DOSSIER,
                event.agencyId(),
                Covered.between(dossier.startDate(), dossier.endDate()),
                Set.of(DocumentNumber.key(dossier.fileCode())),
                Forms.of(
                        dossier.title(),
                        dossier.fileCode(),
                        dossier.keywords(),
                        dossier.description(),
                        dossier.maker(),
                        dossier.paperFileCode()),
                new Shown(
                        dossier.dossierId(),
                        dossier.title(),
                        dossier.fileCode(),
                        dossier.startDate(),
                        dossier.endDate(),
                        null,
                        null,
                        null,
                        dossier.state(),
                        dossier.accessMode(),
                        event.version()));
    }
}
