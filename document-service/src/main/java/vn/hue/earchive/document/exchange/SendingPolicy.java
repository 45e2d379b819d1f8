package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.hue.earchive.document.training.TrainingAgencies;

/**
 * The one place that decides whether anything of an agency may leave for, or come from, the world
 * outside. Asked when a message is made and again right before it is sent. To be called in a
 * transaction.
 */
@ApplicationScoped
class SendingPolicy {

    private final TrainingAgencies training;

    SendingPolicy(TrainingAgencies training) {
        this.training = training;
    }

    /** Why nothing of this agency is ever sent, as the code of a finding; empty when it may be. */
    Optional<String> withheld(UUID agencyId) {
        return training.isTraining(agencyId) ? Optional.of("WITHHELD_TRAINING") : Optional.empty();
    }
}
