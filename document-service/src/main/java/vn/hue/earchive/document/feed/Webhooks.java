package vn.hue.earchive.document.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Webhooks that have not ended. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

    /**
     * @throws Problem NOT_FOUND
     */
    Webhook require(UUID id) {
        return living(findById(id));
    }

    /** As {@link #require}, locked until the transaction ends. */
    Webhook locked(UUID id) {
        return living(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Webhook living(@Nullable Webhook webhook) {
        if (webhook == null || webhook.isEnded()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return webhook;
    }

    /** Newest first. */
    List<Webhook> page(UUID before, int limit) {
        return find("state <> 'ENDED' and id < ?1 order by id desc", before).page(0, limit).list();
    }

    long living() {
        return count("state <> 'ENDED'");
    }
}
