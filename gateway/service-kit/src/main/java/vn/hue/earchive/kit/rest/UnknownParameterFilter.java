package vn.hue.earchive.kit.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.problem.Violation;

/**
 * Refuses query parameters that the operation does not take, and single ones that are given twice:
 * a misspelt filter would otherwise answer with everything.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
class UnknownParameterFilter implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    UnknownParameterFilter(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        @Nullable Method method = resource.getResourceMethod();
        if (given.isEmpty() || method == null) {
            return;
        }
        Map<String, Boolean> takes = known.computeIfAbsent(method, KnownParameters::of);
        List<Violation> violations = new ArrayList<>();
        given.forEach((name, values) -> {
            Boolean many = takes.get(name);
            if (many == null) {
                violations.add(Violation.of(name, "UNKNOWN_PARAMETER"));
            } else if (values.size() > 1 && !many) {
                violations.add(Violation.of(name, "REPEATED_PARAMETER"));
            }
        });
        if (!violations.isEmpty()) {
            throw new Problem(CommonProblem.UNKNOWN_PARAMETER).withViolations(violations);
        }
    }
}
