package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/**
 * What every step of an outgoing document has in common: a repetition answers as the first did, the
 * document is locked, the version that the person saw is compared, and the audit entry is left in
 * the same transaction.
 */
@ApplicationScoped
class ChangeOutgoing {

    private final OutgoingDocuments documents;
    private final OutgoingViews views;
    private final Idempotency idempotency;
    private final Audit audit;

    ChangeOutgoing(
            OutgoingDocuments documents,
            OutgoingViews views,
            Idempotency idempotency,
            Audit audit) {
        this.documents = documents;
        this.views = views;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /**
     * @param body what must be the same in a repetition
     * @param change changes the document and adds what the audit trail keeps besides
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer<OutgoingView> once(
            String operation,
            UUID id,
            @Nullable String ifMatch,
            @Nullable String key,
            @Nullable Object body,
            BiConsumer<OutgoingDocument, Map<String, Object>> change) {
        return idempotency.once(
                operation,
                key,
                Map.of("documentId", id, "body", body == null ? Map.of() : body),
                OutgoingView.class,
                () -> {
                    OutgoingDocument document = documents.locked(id);
                    ETags.check(ifMatch, document.version());
                    Map<String, Object> details = new HashMap<>();
                    change.accept(document, details);
                    note(operation, document, details);
                    return new Answer<>(
                            200, null, ETags.header(document.version()), views.of(document));
                });
    }

    /** Leaves the audit entry of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    void note(String operation, OutgoingDocument document, Map<String, ?> details) {
        audit.append(
                document.agencyId(),
                operation,
                "document",
                document.id(),
                document.version(),
                details);
    }
}
