package vn.hue.earchive.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeMap;
import vn.hue.earchive.gateway.problem.GatewayProblem;
import vn.hue.earchive.gateway.problem.ProblemAnswer;

/** All services behind the gateway: hands a checked request to the one that owns its path. */
@ApplicationScoped
public class ServiceRoutes {

    private static final String SERVED_BY = ServiceRoutes.class.getName();
    private static final String GATEWAY = "gateway";

    private final RouteTable table;
    private final TreeMap<String, Upstream> upstreams = new TreeMap<>();

    ServiceRoutes(RoutesConfig routes, PathsConfig paths, UpstreamConfig config, Vertx vertx) {
        table = new RouteTable(paths.services());
        paths.services()
                .keySet()
                .forEach(service -> {
                    if (!routes.services().containsKey(service)) {
                        throw new IllegalArgumentException(
                                "earchive.routes."
                                        + service
                                        + " is missing: where is the service?");
                    }
                });
        routes.services()
                .forEach((service, base) ->
                        upstreams.put(service, new Upstream(service, base, config, vertx)));
    }

    /** Answers 404 when no service owns the path. */
    public void forward(RoutingContext context) {
        String path = context.request().path();
        String owner = path == null ? null : table.owner(path);
        Upstream upstream = owner == null ? null : upstreams.get(owner);
        if (upstream == null) {
            ProblemAnswer.of(context, GatewayProblem.NOT_FOUND, null).send(context);
        } else {
            context.put(SERVED_BY, owner);
            upstream.forward(context);
        }
    }

    /** The service that a request was handed to, "gateway" when it got no further. */
    public static String servedBy(RoutingContext context) {
        return context.get(SERVED_BY, GATEWAY);
    }

    /** Whether a request for the path goes to the service. */
    public boolean owns(String service, String path) {
        return service.equals(table.owner(path));
    }

    /** Names of the services, in order. */
    public Set<String> names() {
        return upstreams.navigableKeySet();
    }

    /**
     * Fetches something small from a service on the gateway's own account, without a token.
     *
     * @return fails when the service does not answer 200 in time
     */
    public Future<Buffer> get(String service, String path, long timeoutMillis) {
        Upstream upstream = upstreams.get(service);
        return upstream == null
                ? Future.failedFuture(new IllegalArgumentException("no such service: " + service))
                : upstream.get(path, timeoutMillis);
    }
}
