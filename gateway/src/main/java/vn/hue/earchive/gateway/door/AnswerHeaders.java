package vn.hue.earchive.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import vn.hue.earchive.gateway.trace.TraceContext;

/**
 * The headers that every answer carries, whoever made it. A service may say its own {@code
 * Cache-Control} and {@code Content-Security-Policy}; the rest is the same for all.
 */
final class AnswerHeaders {

    private static final CharSequence HSTS =
            HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence HSTS_YEAR =
            HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");
    private static final CharSequence NO_SNIFF =
            HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NO_SNIFF_VALUE = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CSP = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence CSP_NOTHING =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'; sandbox");
    private static final CharSequence FRAME_OPTIONS =
            HttpHeaders.createOptimized("x-frame-options");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("referrer-policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence RESOURCE_POLICY =
            HttpHeaders.createOptimized("cross-origin-resource-policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence POWERED_BY = HttpHeaders.createOptimized("x-powered-by");

    private AnswerHeaders() {}

    static void set(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.remove(HttpHeaders.SERVER);
        headers.remove(POWERED_BY);
        headers.set(HSTS, HSTS_YEAR);
        headers.set(NO_SNIFF, NO_SNIFF_VALUE);
        headers.set(FRAME_OPTIONS, DENY);
        headers.set(REFERRER, NO_REFERRER);
        headers.set(RESOURCE_POLICY, SAME_ORIGIN);
        if (!headers.contains(CSP)) {
            headers.set(CSP, CSP_NOTHING);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        headers.set(TraceContext.TRACEPARENT, TraceContext.of(context).traceparent());
    }
}
