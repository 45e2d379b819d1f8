package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.edxml.EdxmlWriter;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Gives a message to a person who hands it over by other means, and notes that. */
@ApplicationScoped
class ReadOutbound {

    private final OutboundMessages messages;
    private final RecordAttempt attempts;
    private final MessageContent content;
    private final SendingPolicy policy;
    private final Agencies agencies;
    private final Audit audit;

    ReadOutbound(
            OutboundMessages messages,
            RecordAttempt attempts,
            MessageContent content,
            SendingPolicy policy,
            Agencies agencies,
            Audit audit) {
        this.messages = messages;
        this.attempts = attempts;
        this.content = content;
        this.policy = policy;
        this.agencies = agencies;
        this.audit = audit;
    }

    /**
     * @throws Problem NOT_FOUND; EXCHANGE_STATE_FORBIDS for a message that must not leave;
     *     EXCHANGE_CONTENT_GONE
     */
    @Transactional
    EdxmlWriter.Message content(UUID id) {
        OutboundMessage message =
                messages.findByIdOptional(id)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (message.state() == OutboundMessage.State.WITHHELD
                || policy.withheld(message.agencyId()).isPresent()) {
            throw new Problem(
                    DocumentProblem.EXCHANGE_STATE_FORBIDS, OutboundMessage.State.WITHHELD.name());
        }
        audit.append(
                message.agencyId(),
                "getOutboundMessageContent",
                "outbound-message",
                id,
                message.version(),
                Map.of());
        try {
            return content.of(attempts.read(message, agencies.require(message.agencyId()).code()));
        } catch (BusFailure e) {
            throw new Problem(DocumentProblem.EXCHANGE_CONTENT_GONE, e.detail()).causedBy(e);
        }
    }
}
