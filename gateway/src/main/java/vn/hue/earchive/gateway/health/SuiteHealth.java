package vn.hue.earchive.gateway.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.routing.ServiceRoutes;

/**
 * {@code GET /health}: one line for each service and for the identity server, 200 when all are up,
 * 503 otherwise. {@code /health/live} and {@code /health/ready} speak of the gateway alone: taking
 * it away from a balancer because a service behind it is down would only hide which one. No names
 * of hosts, no versions, no details of checks; those are on the services' own addresses.
 */
@ApplicationScoped
class SuiteHealth {

    /** One round of questions serves all who ask within this time. */
    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final long TIMEOUT_MILLIS = 2_000;
    private static final String IDENTITY = "identity";

    private final ServiceRoutes services;
    private final Clock clock;
    private final HttpClient client;
    private final String issuer;
    private volatile @Nullable Round last;

    SuiteHealth(
            ServiceRoutes services,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.services = services;
        this.clock = clock;
        this.issuer = issuer;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MILLIS));
    }

    void publish(@Observes Router router) {
        router.get("/health").order(0).handler(this::all);
        router.get("/health/live").order(0).handler(SuiteHealth::self);
        router.get("/health/ready").order(0).handler(SuiteHealth::self);
        // Where the services answer too, so that one probe fits all.
        router.get("/q/health/live").order(0).handler(SuiteHealth::self);
        router.get("/q/health/ready").order(0).handler(SuiteHealth::self);
    }

    private static void self(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        context.end(new JsonObject().put("status", "UP").toBuffer());
    }

    private void all(RoutingContext context) {
        Round known = last;
        if (known != null && known.at().plus(REMEMBERED).isAfter(clock.instant())) {
            send(context, known);
            return;
        }
        Map<String, Future<?>> questions = new TreeMap<>();
        services.names()
                .forEach(name ->
                        questions.put(name, services.get(name, "/q/health/ready", TIMEOUT_MILLIS)));
        questions.put(IDENTITY, askIssuer());
        Future.join(questions.values().stream().toList())
                .onComplete(asked -> {
                    Map<String, Boolean> up = new TreeMap<>();
                    questions.forEach((name, answer) -> up.put(name, answer.succeeded()));
                    Round round = new Round(clock.instant(), up);
                    last = round;
                    send(context, round);
                });
    }

    private Future<?> askIssuer() {
        return client.request(
                        new RequestOptions()
                                .setAbsoluteURI(issuer + "/.well-known/openid-configuration")
                                .setTimeout(TIMEOUT_MILLIS))
                .compose(request -> request.send())
                .compose(response ->
                        response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode()));
    }

    private static void send(RoutingContext context, Round round) {
        boolean allUp = round.up().values().stream().allMatch(Boolean::booleanValue);
        JsonObject services = new JsonObject();
        round.up()
                .forEach((name, up) ->
                        services.put(name, new JsonObject().put("status", up ? "UP" : "DOWN")));
        context.response()
                .setStatusCode(allUp ? 200 : 503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        context.end(
                new JsonObject()
                        .put("status", allUp ? "UP" : "DOWN")
                        .put("services", services)
                        .toBuffer());
    }

    private record Round(Instant at, Map<String, Boolean> up) {}
}
