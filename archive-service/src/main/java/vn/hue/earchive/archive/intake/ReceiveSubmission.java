package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.hue.earchive.document.events.DocumentServiceEvent;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.inbox.Delivery;
import vn.hue.earchive.kit.inbox.EventContext;
import vn.hue.earchive.kit.inbox.EventHandler;
import vn.hue.earchive.kit.journal.Audit;

/**
 * Journey step "receive", first half: queues the dossiers of a submission, in the transaction of
 * the inbox row. A dossier of a submission that is known already is left alone, so that a duplicate
 * under another event id does nothing either.
 */
@ApplicationScoped
class ReceiveSubmission implements EventHandler<DocumentServiceEvent> {

    private static final Logger LOG = Logger.getLogger(ReceiveSubmission.class);

    /** Fired inside the transaction; whoever waits for work observes its success. */
    record Queued(UUID submissionId) {}

    private final EntityManager entities;
    private final Audit audit;
    private final Event<Queued> queued;
    private final Clock clock;

    ReceiveSubmission(EntityManager entities, Audit audit, Event<Queued> queued, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.queued = queued;
        this.clock = clock;
    }

    @Override
    public Class<DocumentServiceEvent> root() {
        return DocumentServiceEvent.class;
    }

    @Override
    public String topic() {
        return "submission.events";
    }

    @Override
    public Delivery delivery() {
        return Delivery.FULL_STATE;
    }

    @Override
    public void handle(DocumentServiceEvent event, EventContext context) {
        if (!(event instanceof SubmissionSubmitted submission)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var dossierIds = new LinkedHashSet<>(submission.dossierIds());
        if (entities.find(Intake.class, submission.submissionId()) == null) {
            entities.persist(new Intake(submission, dossierIds.size(), now));
        } else {
            // A rebuilt database knows those that were decided; the others are taken in again.
            dossierIds.removeAll(queued(submission.submissionId()));
            if (dossierIds.isEmpty()) {
                LOG.debugf("known already submissionId=%s", submission.submissionId());
                return;
            }
        }
        for (UUID dossierId : dossierIds) {
            entities.persist(
                    new IntakeDossier(
                            Ids.next(),
                            submission.submissionId(),
                            dossierId,
                            submission.agencyId(),
                            now));
        }
        audit.append(
                submission.agencyId(),
                "submission.receive",
                "intake",
                submission.submissionId(),
                submission.version(),
                Map.of(
                        "dossiers", dossierIds.size(),
                        "manifestSha256", submission.manifestSha256()));
        queued.fire(new Queued(submission.submissionId()));
    }

    private List<UUID> queued(UUID submissionId) {
        return entities.createQuery(
                        "select dossierId from IntakeDossier where submissionId = :submission",
                        UUID.class)
                .setParameter("submission", submissionId)
                .getResultList();
    }
}
