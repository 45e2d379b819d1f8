package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.document.edxml.StatusArrived;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/**
 * Notes what a recipient tells of a document that we sent. A status that fits no message of ours
 * stays what it is, a noted message in the list of received ones.
 */
@ApplicationScoped
class NoteRecipientStatus {

    private final OutboundMessages messages;
    private final Audit audit;
    private final Clock clock;

    NoteRecipientStatus(OutboundMessages messages, Audit audit, Clock clock) {
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    void arrived(@Observes StatusArrived event) {
        List<OutboundMessage> sent =
                messages.answeredBy(event.agencyId(), event.organKey(), event.documentKey());
        if (sent.isEmpty()) {
            return;
        }
        OutboundMessage message = messages.locked(sent.getFirst().id());
        messages.getSession()
                .createNativeMutationQuery(
                        """
                        insert into recipient_status (id, agency_id, message_id, status_code,
                            description, stated_at, received_at, edxml_message_id)
                        values (:id, :agency, :message, :status, :description, :stated, :now, :edxml)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("agency", event.agencyId())
                .setParameter("message", message.id())
                .setParameter("status", event.status().code())
                .setParameter("description", event.description())
                .setParameter("stated", event.statedAt())
                .setParameter("now", clock.instant())
                .setParameter("edxml", event.messageId())
                .executeUpdate();
        message.answered(event.status().code(), event.description(), clock.instant());
        audit.append(
                event.agencyId(),
                "noteRecipientStatus",
                "outbound-message",
                message.id(),
                message.version(),
                Map.of("status", event.status().code(), "edxmlMessageId", event.messageId()));
    }
}
