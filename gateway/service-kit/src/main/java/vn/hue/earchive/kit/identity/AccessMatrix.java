package vn.hue.earchive.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of this service with the roles that may call it: the endpoints that exist joined
 * with the {@link AccessPolicy}. The filter enforces it, and a service's matrix test walks it.
 */
@ApplicationScoped
public class AccessMatrix {

    /**
     * One operation.
     *
     * @param id its operationId
     * @param method HTTP method
     * @param path template, for example {@code /v1/dossiers/{id}/closure}
     * @param roles who may call it; {@link AccessPolicy#PUBLIC} for everybody
     */
    public record Operation(String id, String method, String path, Set<Role> roles) {

        public boolean isPublic() {
            return AccessPolicy.isPublic(roles);
        }
    }

    private final BeanManager beans;
    private final Instance<AccessPolicy> policies;
    private @Nullable List<Operation> operations;

    AccessMatrix(BeanManager beans, @Any Instance<AccessPolicy> policies) {
        this.beans = beans;
        this.policies = policies;
    }

    /**
     * All operations, ordered by path and method.
     *
     * @throws IllegalStateException when an endpoint has no operationId or no row, a row has no
     *     endpoint, or a row is empty; the message names each
     */
    public synchronized List<Operation> operations() {
        if (operations == null) {
            operations = join();
        }
        return operations;
    }

    /** Roles for an operation. */
    Set<Role> roles(String operationId) {
        return operations().stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No row for " + operationId))
                .roles();
    }

    private List<Operation> join() {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<Role>> rows = rows(wrong);
        Set<String> unused = new HashSet<>(rows.keySet());
        Set<String> seen = new HashSet<>();
        List<Operation> found = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            String id = endpoint.operationId();
            Set<Role> roles = id == null ? null : rows.get(id);
            if (id != null) {
                unused.remove(id);
            }
            if (!Modifier.isPublic(endpoint.code().getModifiers())) {
                // Quarkus REST passes such a method over with no more than a line in the log.
                wrong.add("not a public method: " + endpoint.describe());
            } else if (id == null || roles == null) {
                wrong.add("no row for " + endpoint.describe());
            } else if (!seen.add(id)) {
                wrong.add("operationId is used twice: " + id);
            } else {
                found.add(new Operation(id, endpoint.method(), endpoint.path(), roles));
            }
        }
        new TreeSet<>(unused).forEach(id -> wrong.add("no endpoint for row " + id));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Access policy: " + String.join("; ", wrong));
        }
        found.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return List.copyOf(found);
    }

    private Map<String, Set<Role>> rows(List<String> wrong) {
        Map<String, Set<Role>> rows = new HashMap<>();
        for (AccessPolicy policy : policies) {
            policy.permissions()
                    .forEach((id, roles) -> {
                        if (roles.isEmpty() && !AccessPolicy.isPublic(roles)) {
                            wrong.add("nobody may call " + id);
                        }
                        if (rows.put(id, roles) != null) {
                            wrong.add("two rows for " + id);
                        }
                    });
        }
        return rows;
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> found = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            Path root = type.getAnnotation(Path.class);
            if (root != null) {
                for (Method method : type.getDeclaredMethods()) {
                    String verb = verb(method);
                    if (verb != null) {
                        found.add(new Endpoint(verb, root, method));
                    }
                }
            }
        }
        return found;
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private record Endpoint(String method, Path root, Method code) {

        @Nullable String operationId() {
            return OperationIds.of(code);
        }

        String path() {
            Path own = code.getAnnotation(Path.class);
            return "/" + strip(root.value()) + (own == null ? "" : "/" + strip(own.value()));
        }

        String describe() {
            String id = operationId();
            return method + " " + path() + (id == null ? " (it has no operationId)" : " " + id);
        }

        private static String strip(String path) {
            return path.replaceAll("^/+|/+$", "");
        }
    }
}
