package vn.hue.earchive.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import vn.hue.earchive.gateway.trace.TraceContext;

/**
 * What belongs to one connection stays on it (RFC 9110, 7.6.1), and what tells a service where a
 * request came from is said by the gateway alone: whatever the caller claims about itself is
 * dropped.
 */
final class HopHeaders {

    private static final List<String> ONE_HOP =
            List.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "upgrade",
                    "http2-settings");

    /**
     * {@code x-http-method-override} and its kin would let a service see another method than was
     * checked.
     */
    private static final List<String> CLAIMS =
            List.of(
                    "forwarded",
                    "via",
                    "x-real-ip",
                    "x-client-ip",
                    "true-client-ip",
                    "x-original-url",
                    "x-rewrite-url",
                    "x-http-method",
                    "x-http-method-override",
                    "x-method-override");

    private HopHeaders() {}

    /** Prepares the headers of the request for the next hop. */
    static void forRequest(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        boolean traced = headers.contains(TraceContext.TRACEPARENT);
        stripOneHop(headers);
        CLAIMS.forEach(headers::remove);
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"))
                .toList()
                .forEach(headers::remove);
        headers.remove(HttpHeaders.EXPECT);
        SocketAddress caller = request.remoteAddress();
        if (caller != null && caller.hostAddress() != null) {
            headers.set("x-forwarded-for", caller.hostAddress());
        }
        headers.set("x-forwarded-proto", request.isSSL() ? "https" : "http");
        if (request.authority() != null) {
            headers.set("x-forwarded-host", request.authority().toString());
        }
        headers.set(TraceContext.TRACEPARENT, TraceContext.of(context).traceparent());
        if (!traced) {
            headers.remove(TraceContext.TRACESTATE);
        }
    }

    /** Takes out of the headers of an answer what was meant for the gateway only. */
    static void stripOneHop(MultiMap headers) {
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String named : value.split(",")) {
                if (!named.isBlank()) {
                    headers.remove(named.strip());
                }
            }
        }
        ONE_HOP.forEach(headers::remove);
    }
}
