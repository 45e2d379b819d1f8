package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The read side of received messages for those who answer them. */
@ApplicationScoped
public class ReceivedMessages {

    private final EdxmlMessages messages;
    private final OrganAliases aliases;

    ReceivedMessages(EdxmlMessages messages, OrganAliases aliases) {
        this.messages = messages;
        this.aliases = aliases;
    }

    /** Who sent this message. */
    @Transactional
    public Optional<ReceivedFrom> ofMessage(UUID id) {
        return messages.findByIdOptional(id).map(this::from);
    }

    /** Who sent the message that this register line came of; empty for paper and uploads. */
    @Transactional
    public Optional<ReceivedFrom> ofDocument(UUID documentId) {
        return messages.registeredAs(documentId).map(this::from);
    }

    private ReceivedFrom from(EdxmlMessage message) {
        EdxmlHeader header = messages.header(message);
        String number = header.codeNumber();
        String notation = header.codeNotation();
        return new ReceivedFrom(
                message.id(),
                message.agencyId(),
                message.key().organId(),
                aliases.present(message.key().organId()),
                Objects.requireNonNullElse(header.organName(), message.key().organId()),
                message.key().documentId(),
                number == null || notation == null ? null : number + "/" + notation,
                ProposalMaker.date(header.promulgationDate()),
                message.busId());
    }
}
