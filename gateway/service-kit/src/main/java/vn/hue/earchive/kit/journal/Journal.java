package vn.hue.earchive.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Records what a state change leaves behind, in its transaction. */
@ApplicationScoped
public class Journal {

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Object event, String action, String aggregateType, Map<String, ?> details) {
        throw new UnsupportedOperationException(action);
    }
}
