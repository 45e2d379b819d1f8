package vn.hue.earchive.document.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Which agencies are for training. Whoever prints, exports or sends asks here. To be called in a
 * transaction.
 */
@ApplicationScoped
public class TrainingAgencies {

    /** What every page and file made from training data shows. */
    public static final String MARK = Agencies.TRAINING_MARK;

    private final EntityManager entities;

    TrainingAgencies(EntityManager entities) {
        this.entities = entities;
    }

    public boolean isTraining(UUID agencyId) {
        return !entities.unwrap(Session.class)
                .createNativeQuery("select id from agency where id = :id and training", UUID.class)
                .setParameter("id", agencyId)
                .getResultList()
                .isEmpty();
    }

    /** The watermark of what is printed or exported for this agency; empty for a real one. */
    public Optional<String> mark(UUID agencyId) {
        return isTraining(agencyId) ? Optional.of(MARK) : Optional.empty();
    }

    /**
     * To be called before anything leaves for another agency or for an archive.
     *
     * @throws Problem TRAINING_STAYS_INSIDE for an agency for training
     */
    public void refuseOutside(UUID agencyId) {
        if (isTraining(agencyId)) {
            throw new Problem(DocumentProblem.TRAINING_STAYS_INSIDE);
        }
    }
}
