package vn.hue.earchive.archive.fixity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.identity.Role;

/**
 * Whose rows a caller sees: those of the own agency, also by row-level security; who operates the
 * suite sees those of all, and none of them shows content.
 */
@ApplicationScoped
class FixityScope {

    private static final Set<Role> ALL = Set.of(Role.OPERATOR);

    private final CurrentCaller caller;

    FixityScope(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * @param query is given the agency to ask for, null for all
     */
    <T> T read(Function<@Nullable UUID, T> query) {
        Caller who = caller.get();
        return who.isAnyOf(ALL)
                ? JobScope.transaction("fixity-report", () -> query.apply(null))
                : QuarkusTransaction.requiringNew().call(() -> query.apply(who.agencyId()));
    }
}
