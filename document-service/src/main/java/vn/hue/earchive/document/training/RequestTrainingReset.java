package vn.hue.earchive.document.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The head of an agency for training wants to start again; a job does the work. */
@ApplicationScoped
class RequestTrainingReset {

    private final EntityManager entities;
    private final TrainingAgencies training;
    private final Agencies agencies;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RequestTrainingReset(
            EntityManager entities,
            TrainingAgencies training,
            Agencies agencies,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.entities = entities;
        this.training = training;
        this.agencies = agencies;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<TrainingResetView> once(@Nullable TrainingResetRequest request, @Nullable String key) {
        return idempotency.once(
                "resetTrainingAgency",
                key,
                request == null ? Map.of() : request,
                TrainingResetView.class,
                () -> {
                    TrainingReset reset = begin(request);
                    return new Answer<>(
                            202, "/v1/training-resets/" + reset.id(), null, reset.view());
                });
    }

    private TrainingReset begin(@Nullable TrainingResetRequest given) {
        Findings findings = validation.of(given);
        findings.raise();
        Caller by = caller.get();
        if (!training.isTraining(by.agencyId())) {
            throw new Problem(DocumentProblem.NOT_FOR_TRAINING);
        }
        String typed = Objects.requireNonNull(given).agencyCode().strip();
        findings.addUnless(
                        agencies.require(by.agencyId()).code().equals(typed),
                        "/agencyCode",
                        "OTHER_AGENCY_CODE")
                .raise();
        running()
                .forEach(id -> {
                    throw new Problem(DocumentProblem.RESET_RUNNING, id.toString());
                });
        TrainingReset reset = new TrainingReset(Ids.next(), by, clock.instant());
        entities.persist(reset);
        entities.flush();
        audit.append(
                by.agencyId(), "resetTrainingAgency", "training-reset", reset.id(), 1, Map.of());
        return reset;
    }

    private List<UUID> running() {
        return entities.createQuery(
                        "select id from TrainingReset where finishedAt is null", UUID.class)
                .getResultList();
    }

    /**
     * @throws Problem NOT_FOUND
     */
    TrainingResetView require(UUID id) {
        TrainingReset reset = entities.find(TrainingReset.class, id);
        if (reset == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return reset.view();
    }
}
