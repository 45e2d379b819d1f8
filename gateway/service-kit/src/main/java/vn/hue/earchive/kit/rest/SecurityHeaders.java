package vn.hue.earchive.kit.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Headers of every answer, refusals included; an endpoint that sets one itself keeps its own. */
@Singleton
class SecurityHeaders {

    private static final int BEFORE_AUTHENTICATION = 490;

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::arm, BEFORE_AUTHENTICATION);
    }

    private static void arm(RoutingContext request) {
        request.addHeadersEndHandler(ignored -> complete(request.response().headers()));
        request.next();
    }

    private static void complete(MultiMap headers) {
        setIfAbsent(headers, "Cache-Control", "no-store");
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        setIfAbsent(
                headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
