package vn.hue.earchive.search.projection;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import vn.hue.earchive.document.events.DocumentDescribed;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DocumentRegistered;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.search.index.Covered;
import vn.hue.earchive.search.index.Entry;
import vn.hue.earchive.search.index.EntryIndex;
import vn.hue.earchive.search.index.EntryKind;
import vn.hue.earchive.search.index.Forms;
import vn.hue.earchive.search.index.Shown;
import vn.hue.earchive.search.text.DocumentNumber;

/** Registered documents become entries {@code document:{id}}. */
@Singleton
class DocumentProjection extends EntryProjection {

    DocumentProjection(EntryIndex index, Projector projector) {
        super("document.events", index, projector);
    }

    @Override
    Optional<Entry> entry(ReceivedEvent event) {
        return Facts.DOCUMENT_SERVICE
                .read(event)
                .flatMap(fact ->
                        switch (fact) {
                            case DocumentRegistered said -> Optional.of(entry(said));
                            case DocumentDescribed said ->
                                    Optional.of(
                                            entry(
                                                    said.agencyId(),
                                                    said.version(),
                                                    said.document()));
                            default -> Optional.empty();
                        });
    }

    static Entry entry(DocumentRegistered event) {
        return entry(event.agencyId(), event.version(), event.document());
    }

    private static Entry entry(UUID agencyId, long version, DocumentDescription document) {
        String written = DocumentNumber.written(document.number(), document.notation());
        return Entry.of(
                EntryKind.DOCUMENT,
                agencyId,
                Covered.on(document.issuedDate()),
                DocumentNumber.keys(document.number(), document.notation()),
                Forms.of(
                        document.subject(),
                        written,
                        document.typeName(),
                        document.issuerName(),
                        document.keywords(),
                        document.description()),
                new Shown(
                        document.documentId(),
                        document.subject(),
                        written,
                        document.issuedDate(),
                        null,
                        document.typeCode(),
                        document.issuerName(),
                        document.direction(),
                        null,
                        document.accessMode(),
                        version));
    }
}
