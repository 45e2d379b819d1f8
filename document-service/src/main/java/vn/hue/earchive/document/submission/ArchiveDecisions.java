package vn.hue.earchive.document.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import vn.hue.earchive.archive.events.AipReplicated;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.archive.events.ArchiveEvent;
import vn.hue.earchive.archive.events.DossierAccepted;
import vn.hue.earchive.archive.events.DossierReturned;
import vn.hue.earchive.archive.events.HoldingTextExtracted;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.events.DossierHandedOver;
import vn.hue.earchive.document.events.DossierSentBack;
import vn.hue.earchive.kit.inbox.Delivery;
import vn.hue.earchive.kit.inbox.EventContext;
import vn.hue.earchive.kit.inbox.EventHandler;
import vn.hue.earchive.kit.journal.Journal;

/**
 * Takes over what the agency archive has decided: accepted dossiers are in its custody, returned
 * ones go back to their unit with the reasons, and once the copies exist the working bytes may
 * leave.
 */
@ApplicationScoped
class ArchiveDecisions implements EventHandler<ArchiveEvent> {

    private final Dossiers dossiers;
    private final Submissions submissions;
    private final MakeMinutes minutes;
    private final Journal journal;
    private final Clock clock;

    ArchiveDecisions(
            Dossiers dossiers,
            Submissions submissions,
            MakeMinutes minutes,
            Journal journal,
            Clock clock) {
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.minutes = minutes;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Class<ArchiveEvent> root() {
        return ArchiveEvent.class;
    }

    @Override
    public String topic() {
        return "archive.events";
    }

    /** A return must not overtake the acceptance of a resubmission, nor the other way round. */
    @Override
    public Delivery delivery() {
        return Delivery.DELTA;
    }

    @Override
    public void handle(ArchiveEvent event, EventContext context) {
        if (dossiers.findByIdOptional(event.aggregateId()).isEmpty()) {
            // The archive also takes packages of other systems; their dossiers were never here.
            return;
        }
        switch (event) {
            case DossierAccepted accepted -> accept(accepted.submissionId(), accepted.holdingId());
            case DossierReturned returned ->
                    decide(
                            returned.submissionId(),
                            returned.holdingId(),
                            (item, dossier) -> sendBack(item, dossier, returned));
            case AipReplicated replicated -> release(replicated);
            case AipStored stored -> {
                // Nothing changes here before the required number of copies exists.
            }
            case HoldingTextExtracted text -> {
                // About a text, which has an id of its own: never a dossier of this service.
            }
        }
    }

    /** The archive has taken the dossier; does nothing when that is known. */
    void accept(UUID submissionId, UUID dossierId) {
        decide(submissionId, dossierId, this::accept);
    }

    private void decide(
            UUID submissionId, UUID dossierId, BiConsumer<SubmissionItem, Dossier> decision) {
        SubmissionItem item =
                submissions
                        .item(submissionId, dossierId)
                        .orElseThrow(() ->
                                new IllegalStateException("No such submission " + submissionId));
        Dossier dossier = dossiers.locked(dossierId);
        boolean waiting =
                dossier.state() instanceof DossierState.Submitted submitted
                        && submitted.submissionId().equals(submissionId);
        if (waiting) {
            decision.accept(item, dossier);
            Submission submission = submissions.locked(submissionId);
            submission.decided();
            minutes.whenDecided(submission);
        }
    }

    private void accept(SubmissionItem item, Dossier dossier) {
        Instant now = clock.instant();
        item.accepted(now);
        dossier.accept();
        journal.record(
                new DossierHandedOver(
                        dossier.agencyId(),
                        dossier.version(),
                        now,
                        dossier.description(),
                        item.submissionId()),
                "handOverDossier",
                "dossier",
                Map.of("submissionId", item.submissionId().toString()));
    }

    private void sendBack(SubmissionItem item, Dossier dossier, DossierReturned returned) {
        Instant now = clock.instant();
        item.returned(now);
        int position = 0;
        for (DossierReturned.Reason reason : returned.reasons()) {
            submissions.getEntityManager().persist(new ReturnReason(item, ++position, reason));
        }
        dossier.returnToUnit();
        journal.record(
                new DossierSentBack(
                        dossier.agencyId(),
                        dossier.version(),
                        now,
                        dossier.description(),
                        item.submissionId()),
                "sendBackDossier",
                "dossier",
                Map.of(
                        "submissionId",
                        item.submissionId().toString(),
                        "reasons",
                        returned.reasons().stream().map(DossierReturned.Reason::code).toList()));
    }

    private void release(AipReplicated replicated) {
        UUID id = replicated.holdingId();
        Dossier dossier = dossiers.locked(id);
        dossier.replicated(clock.instant());
        dossiers.flush();
        submissions
                .getSession()
                .createNativeMutationQuery(
                        """
                        insert into working_bytes_release (dossier_id, agency_id, requested_at)
                        values (:dossier, :agency, :now) on conflict (dossier_id) do nothing
                        """)
                .setParameter("dossier", id)
                .setParameter("agency", dossier.agencyId())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
