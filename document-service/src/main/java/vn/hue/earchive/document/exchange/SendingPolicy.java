package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The one place that decides whether anything of an agency may leave for, or come from, the world
 * outside. Asked when a message is made and again right before it is sent. To be called in a
 * transaction.
 */
@ApplicationScoped
class SendingPolicy {

    /** Why nothing of this agency is ever sent, as the code of a finding; empty when it may be. */
    Optional<String> withheld(UUID agencyId) {
        return Optional.empty();
    }
}
