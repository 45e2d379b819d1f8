package vn.hue.earchive.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** The audit trail of this service: append-only. */
@ApplicationScoped
public class Audit {

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(
            UUID agencyId,
            String action,
            String aggregateType,
            UUID aggregateId,
            long version,
            Map<String, ?> details) {
        throw new UnsupportedOperationException(action);
    }
}
