package vn.hue.earchive.gateway.door;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.door.TokenCheck.Refused;
import vn.hue.earchive.gateway.problem.GatewayProblem;
import vn.hue.earchive.gateway.problem.ProblemAnswer;
import vn.hue.earchive.gateway.routing.ServiceRoutes;
import vn.hue.earchive.gateway.trace.TraceContext;

/**
 * The way of a request through the gateway, in this order: its answer gets headers and a log line
 * whatever happens, its shape is looked at, under {@code /v1/} its token and budget are checked,
 * then it goes to the service that owns the path. What nothing has claimed is a 404, what failed is
 * a 500 that says only its traceId.
 */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** Before everything of ours, after Quarkus has made the request's own context. */
    private static final int FIRST = -10_000;

    /**
     * Before the static resources that libraries bring along, which nobody may fetch by their own
     * path.
     */
    private static final int LAST = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT;

    private static final long RETRY_SIGN_IN_AFTER_SECONDS = 5;

    private final RequestShape shape;
    private final TokenCheck tokens;
    private final Budget budget;
    private final DoorMeter meter;
    private final ServiceRoutes services;

    Door(
            RequestShape shape,
            TokenCheck tokens,
            Budget budget,
            DoorMeter meter,
            ServiceRoutes services) {
        this.shape = shape;
        this.tokens = tokens;
        this.budget = budget;
        this.meter = meter;
        this.services = services;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::receive);
        router.route("/v1/*").order(0).handler(this::admit);
        router.route()
                .order(LAST)
                .handler(context -> refuse(context, GatewayProblem.NOT_FOUND, null));
        router.route().order(LAST).failureHandler(this::fail);
    }

    private void receive(RoutingContext context) {
        context.addHeadersEndHandler(written -> AnswerHeaders.set(context));
        AccessLog.follow(context);
        meter.follow(context);
        RequestShape.Objection objection = shape.objection(context.request());
        if (objection == null) {
            context.next();
            return;
        }
        if (objection.problem() == GatewayProblem.METHOD_NOT_ALLOWED) {
            context.response().putHeader(HttpHeaders.ALLOW, RequestShape.ALLOW);
        }
        refuse(context, objection.problem(), null, objection.detail());
    }

    private void admit(RoutingContext context) {
        context.request().pause();
        tokens.check(context)
                .onSuccess(account -> {
                    ProblemAnswer refusal = budget.spend(context, account.subject());
                    if (refusal == null) {
                        services.forward(context);
                    } else {
                        refusal.send(context);
                    }
                })
                .onFailure(failure -> turnAway(context, failure));
    }

    private void turnAway(RoutingContext context, Throwable failure) {
        if (!(failure instanceof Refused refused)) {
            context.fail(failure);
            return;
        }
        switch (refused.problem()) {
            case UNAUTHENTICATED ->
                    context.response().putHeader("www-authenticate", "Bearer realm=\"earchive\"");
            case INVALID_TOKEN ->
                    context.response()
                            .putHeader(
                                    "www-authenticate",
                                    "Bearer realm=\"earchive\", error=\"invalid_token\"");
            default -> LOG.debugf("Turned away: problem=%s", refused.problem());
        }
        refuse(
                context,
                refused.problem(),
                refused.problem() == GatewayProblem.IDENTITY_UNAVAILABLE
                        ? RETRY_SIGN_IN_AFTER_SECONDS
                        : null);
    }

    private void fail(RoutingContext context) {
        LOG.errorf(
                context.failure(),
                "Request failed: traceId=%s",
                TraceContext.of(context).traceId());
        refuse(context, GatewayProblem.INTERNAL, null);
    }

    private static void refuse(
            RoutingContext context,
            GatewayProblem problem,
            @Nullable Long retryAfter,
            Object... args) {
        ProblemAnswer.of(context, problem, retryAfter, args).send(context);
    }
}
