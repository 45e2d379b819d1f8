package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlWriter;
import vn.hue.earchive.document.edxml.OutgoingEdxml;
import vn.hue.earchive.document.edxml.OutgoingEdxml.Business;
import vn.hue.earchive.document.edxml.ReceivedFrom;
import vn.hue.earchive.document.edxml.ReceivedMessages;
import vn.hue.earchive.document.exchange.IssuedDocuments.Issued;
import vn.hue.earchive.document.exchange.IssuedDocuments.To;
import vn.hue.earchive.document.exchange.OutboundMessage.Matter;
import vn.hue.earchive.document.exchange.OutboundMessage.Recipient;
import vn.hue.earchive.document.exchange.OutboundMessage.State;
import vn.hue.earchive.document.outgoing.DocumentIssued;
import vn.hue.earchive.document.outgoing.DocumentRecalled;

/**
 * Queues the messages of issued documents, in the transaction of the issue: new (0), recall (1),
 * update (2) and replacement (3), one for each recipient that has an e-identifier.
 */
@ApplicationScoped
class SendIssued {

    private static final int NEW = 0;
    private static final int RECALL = 1;
    private static final int UPDATE = 2;
    private static final int REPLACE = 3;
    private static final int NOT_A_DIRECTIVE = 1;

    private final IssuedDocuments documents;
    private final OutboundMessages messages;
    private final QueueMessage queue;
    private final ReceivedMessages received;
    private final Identities identities;
    private final Clock clock;

    SendIssued(
            IssuedDocuments documents,
            OutboundMessages messages,
            QueueMessage queue,
            ReceivedMessages received,
            Identities identities,
            Clock clock) {
        this.documents = documents;
        this.messages = messages;
        this.queue = queue;
        this.received = received;
        this.identities = identities;
        this.clock = clock;
    }

    void issued(@Observes DocumentIssued event) {
        Issued document = documents.find(event.documentId()).orElseThrow();
        for (To to : document.reachable()) {
            Recipient recipient = recipient(to);
            // The recall of what it replaces may have been told first.
            boolean replaces =
                    messages.same(event.agencyId(), recipient.key(), cause(REPLACE, document.id()))
                            .isPresent();
            if (!replaces) {
                queue(event.agencyId(), document, recipient, fresh(), cause(NEW, document.id()));
            }
        }
    }

    void recalled(@Observes DocumentRecalled event) {
        Issued document = documents.find(event.documentId()).orElseThrow();
        Optional<Issued> other = Optional.ofNullable(event.replacedBy()).flatMap(documents::find);
        String old = documentId(event.agencyId(), document);
        for (OutboundMessage sent : brought(event.agencyId(), event.documentId())) {
            if (sent.isUntried()) {
                messages.locked(sent.id()).giveUp("RECALLED_UNSENT");
                continue;
            }
            if (other.isEmpty()) {
                queue(
                        event.agencyId(),
                        document,
                        sent.recipient(),
                        new Business(RECALL, event.reason(), old, null, null),
                        cause(RECALL, document.id()));
                continue;
            }
            Issued replacement = other.get();
            insteadOfNew(event.agencyId(), replacement.id(), sent.recipient());
            queue(
                    event.agencyId(),
                    replacement,
                    sent.recipient(),
                    new Business(REPLACE, event.reason(), old, null, List.of(old)),
                    cause(REPLACE, replacement.id()));
        }
    }

    /** Sends an issued document once more, as its update; to everyone who was sent it. */
    void update(UUID agencyId, UUID documentId, String reason, UUID act) {
        Issued document = documents.find(documentId).orElseThrow();
        Business business =
                new Business(UPDATE, reason, documentId(agencyId, document), null, null);
        brought(agencyId, documentId).stream()
                .filter(m -> !m.isUntried())
                .forEach(m ->
                        queue(
                                agencyId,
                                document,
                                m.recipient(),
                                business,
                                cause(UPDATE, documentId) + ":" + act));
    }

    /** The newest message that brought the document to each recipient and was not given up. */
    private List<OutboundMessage> brought(UUID agencyId, UUID documentId) {
        Map<String, OutboundMessage> newest = new LinkedHashMap<>();
        for (OutboundMessage message : messages.ofDocument(agencyId, documentId)) {
            Integer type = message.businessType();
            if (type != null && type != RECALL && message.state() != State.GIVEN_UP) {
                newest.put(message.recipient().key(), message);
            }
        }
        return List.copyOf(newest.values());
    }

    private void insteadOfNew(UUID agencyId, UUID replacement, Recipient recipient) {
        messages.same(agencyId, recipient.key(), cause(NEW, replacement))
                .filter(OutboundMessage::isUntried)
                .ifPresent(m -> messages.locked(m.id()).giveUp("SENT_AS_REPLACEMENT"));
    }

    private static Business fresh() {
        return new Business(NEW, "Văn bản mới", null, null, null);
    }

    private static String cause(int type, UUID documentId) {
        return "D" + type + ":" + documentId;
    }

    private Recipient recipient(To to) {
        String organId = String.valueOf(to.organId());
        return new Recipient(identities.written(organId), identities.present(organId), to.name());
    }

    private String documentId(UUID agencyId, Issued document) {
        return EdxmlWriter.documentId(
                identities.own(agencyId).organId(),
                document.issuedDate(),
                document.number(),
                document.notation());
    }

    private void queue(
            UUID agencyId, Issued document, Recipient recipient, Business business, String cause) {
        String documentId = documentId(agencyId, document);
        OutgoingEdxml content =
                new OutgoingEdxml(
                        identities.own(agencyId),
                        List.of(new OutgoingEdxml.Organ(recipient.organId(), recipient.name())),
                        documentId,
                        document.number(),
                        document.notation(),
                        null,
                        document.issuedDate(),
                        spoken(document.typeName()),
                        document.subject(),
                        document.signerPosition(),
                        document.signerName(),
                        document.dueDate(),
                        document.urgency(),
                        document.copies(),
                        document.pages(),
                        answered(document.answersId()),
                        NOT_A_DIRECTIVE,
                        document.recipients().stream().map(To::name).toList(),
                        with(business, document.draftingUnit()),
                        clock.instant());
        queue.queue(
                agencyId,
                new Matter(
                        ServiceBus.Kind.DOCUMENT,
                        business.type(),
                        null,
                        cause,
                        document.id(),
                        null,
                        null,
                        identities.documentKey(documentId),
                        messages.write(content)),
                recipient);
    }

    /** "Quyết định (cá biệt)" of our code list is "Quyết định" to everybody else. */
    private static String spoken(String typeName) {
        return typeName.replaceFirst(" \\(.*\\)$", "");
    }

    private static Business with(Business business, @Nullable String unit) {
        return new Business(
                business.type(),
                business.reason(),
                business.documentId(),
                unit == null ? null : new OutgoingEdxml.Staff(unit, null),
                business.replaced());
    }

    private List<OutgoingEdxml.Answered> answered(@Nullable UUID incoming) {
        return Optional.ofNullable(incoming)
                .flatMap(received::ofDocument)
                .map(SendIssued::answered)
                .map(List::of)
                .orElse(List.of());
    }

    private static OutgoingEdxml.Answered answered(ReceivedFrom from) {
        return new OutgoingEdxml.Answered(
                from.organId(), from.code(), from.documentId(), from.promulgated());
    }
}
