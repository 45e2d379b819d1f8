package vn.hue.earchive.kit.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Lets a request pass when the access policy permits its operation to one of the caller's roles.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class AccessFilter implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final AccessMatrix matrix;
    private final Instance<CurrentCaller> caller;
    private final Map<Method, Set<Role>> permitted = new ConcurrentHashMap<>();

    AccessFilter(
            @Context ResourceInfo resource, AccessMatrix matrix, Instance<CurrentCaller> caller) {
        this.resource = resource;
        this.matrix = matrix;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        @Nullable Method method = resource.getResourceMethod();
        if (method == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Set<Role> roles = permitted.computeIfAbsent(method, this::roles);
        if (!AccessPolicy.isPublic(roles) && !caller.get().get().isAnyOf(roles)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }

    private Set<Role> roles(Method method) {
        String id = OperationIds.of(method);
        if (id == null) {
            throw new IllegalStateException("No operationId: " + method);
        }
        return matrix.roles(id);
    }

    /** A service whose policy and endpoints do not match does not start. */
    static class StartupCheck {
        void check(@Observes StartupEvent event, AccessMatrix matrix) {
            if (matrix.operations().isEmpty()) {
                throw new IllegalStateException("Access policy: the service has no operation");
            }
        }
    }
}
