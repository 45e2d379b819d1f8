package vn.hue.earchive.document.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Asks for the files of a document to be checked anew: after a root certificate or a revocation
 * list was added, or when a certificate came into doubt. Earlier reports stay.
 */
@ApplicationScoped
class RecheckSignatures {

    private static final String ASK =
            """
            insert into signature_check (file_id, agency_id, document_id, tries, due_at, requested_at, requested_by)
            select f.id, f.agency_id, f.document_id, 0, :now, :now, :by from document_file f
            where f.document_id = :document and f.bytes = 'PRESENT'
            on conflict (file_id) do nothing
            """;

    private static final String PRESENT =
            "select count(*) from document_file where document_id = :document and bytes = 'PRESENT'";

    private final EntityManager entities;
    private final SignatureReports reports;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RecheckSignatures(
            EntityManager entities,
            SignatureReports reports,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.entities = entities;
        this.reports = reports;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws Problem NOT_FOUND; NO_FILE_TO_CHECK when the bytes are in the archive or there are
     *     none
     */
    @Transactional
    Answer<DocumentSignaturesView> once(UUID documentId, @Nullable String key) {
        reports.require(documentId);
        return idempotency.once(
                "recheckSignatures",
                key,
                Map.of("documentId", documentId),
                DocumentSignaturesView.class,
                () -> ask(documentId));
    }

    private Answer<DocumentSignaturesView> ask(UUID documentId) {
        Session session = entities.unwrap(Session.class);
        long present =
                session.createNativeQuery(PRESENT, Long.class)
                        .setParameter("document", documentId)
                        .getSingleResult();
        if (present == 0) {
            throw new Problem(DocumentProblem.NO_FILE_TO_CHECK);
        }
        Caller by = caller.get();
        session.createNativeMutationQuery(ASK)
                .setParameter("now", clock.instant())
                .setParameter("by", by.username())
                .setParameter("document", documentId)
                .executeUpdate();
        audit.append(
                by.agencyId(),
                "recheckSignatures",
                "document",
                documentId,
                1,
                Map.of("files", present));
        return new Answer<>(
                202, "/v1/documents/" + documentId + "/signatures", null, reports.of(documentId));
    }
}
