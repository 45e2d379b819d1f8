package vn.hue.earchive.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the same request its effect once. */
@ApplicationScoped
public class Idempotency {

    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Answer<T> once(
            String operationId,
            @Nullable String key,
            Object request,
            Class<T> bodyType,
            Supplier<Answer<T>> effect) {
        throw new UnsupportedOperationException(operationId);
    }
}
