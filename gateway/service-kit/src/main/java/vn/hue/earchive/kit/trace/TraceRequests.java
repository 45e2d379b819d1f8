package vn.hue.earchive.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/**
 * Takes the caller's trace, or starts one, before anything else looks at the request, and names it
 * in the answer.
 */
@Singleton
class TraceRequests {

    /** Before authentication (200), so that its refusals carry the trace id too. */
    private static final int FIRST = 500;

    void register(@Observes Filters filters) {
        filters.register(TraceRequests::trace, FIRST);
    }

    private static void trace(RoutingContext request) {
        Traceparent incoming = Traceparent.parse(request.request().getHeader(Trace.TRACEPARENT));
        Traceparent own = incoming == null ? Traceparent.start() : incoming.child();
        MDC.put(Trace.TRACEPARENT, own.toString());
        MDC.put(Trace.TRACE_ID, own.traceId());
        request.response().putHeader(Trace.TRACEPARENT, own.toString());
        request.next();
    }
}
