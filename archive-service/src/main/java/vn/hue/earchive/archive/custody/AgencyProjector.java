package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.AgencyRegistered;
import vn.hue.earchive.document.events.DocumentServiceEvent;
import vn.hue.earchive.kit.inbox.Delivery;
import vn.hue.earchive.kit.inbox.EventContext;
import vn.hue.earchive.kit.inbox.EventHandler;

/** Keeps what document-service tells about agencies, newest version only. */
@ApplicationScoped
class AgencyProjector implements EventHandler<DocumentServiceEvent> {

    private final EntityManager entities;

    AgencyProjector(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Class<DocumentServiceEvent> root() {
        return DocumentServiceEvent.class;
    }

    @Override
    public String topic() {
        return "agency.events";
    }

    @Override
    public Delivery delivery() {
        return Delivery.FULL_STATE;
    }

    @Override
    public void handle(DocumentServiceEvent event, EventContext context) {
        if (event instanceof AgencyRegistered agency) {
            entities.createNativeQuery(
                            """
                            INSERT INTO agency (agency_id, version, code, name, parent_id, provisional, valid_from, valid_to)
                            VALUES (:id, :version, :code, :name, CAST(:parent AS uuid), :provisional, :from, CAST(:to AS date))
                            ON CONFLICT (agency_id) DO UPDATE SET
                                version = excluded.version, code = excluded.code, name = excluded.name,
                                parent_id = excluded.parent_id, provisional = excluded.provisional,
                                valid_from = excluded.valid_from, valid_to = excluded.valid_to
                            WHERE agency.version < excluded.version
                            """)
                    .setParameter("id", agency.agencyId())
                    .setParameter("version", agency.version())
                    .setParameter("code", agency.code())
                    .setParameter("name", agency.name())
                    .setParameter("parent", text(agency.parentId()))
                    .setParameter("provisional", agency.provisional())
                    .setParameter("from", agency.validFrom())
                    .setParameter("to", text(agency.validTo()))
                    .executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
