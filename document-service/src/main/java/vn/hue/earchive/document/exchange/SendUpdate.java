package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;

/** A clerk sends an update of an issued document: a recipient could not open what came. */
@ApplicationScoped
class SendUpdate {

    private final SendIssued send;
    private final OutboundMessages messages;
    private final ExchangeViews views;
    private final Validation validation;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    SendUpdate(
            SendIssued send,
            OutboundMessages messages,
            ExchangeViews views,
            Validation validation,
            Idempotency idempotency,
            CurrentCaller caller) {
        this.send = send;
        this.messages = messages;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** The messages that were queued. */
    record Sent(List<OutboundView> items) {}

    @Transactional
    Answer<Sent> once(@Nullable SendUpdateRequest request, @Nullable String key) {
        Findings findings = validation.of(request);
        findings.raise();
        SendUpdateRequest checked = Objects.requireNonNull(request);
        return idempotency.once(
                "sendDocumentUpdate", key, checked, Sent.class, () -> send(checked));
    }

    private Answer<Sent> send(SendUpdateRequest request) {
        UUID agency = caller.get().agencyId();
        UUID document = request.documentId();
        boolean known =
                messages.ofDocument(agency, document).stream().anyMatch(m -> !m.isUntried());
        validation.begin().addUnless(known, "/documentId", "NEVER_SENT").raise();
        UUID cause = Ids.next();
        send.update(agency, document, request.reason(), cause);
        List<OutboundView> queued =
                messages.ofDocument(agency, document).stream()
                        .filter(m -> m.isFor(cause))
                        .map(views::of)
                        .toList();
        return new Answer<>(
                201, "/v1/outbound-messages?documentId=" + document, null, new Sent(queued));
    }
}
