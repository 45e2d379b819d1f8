package vn.hue.earchive.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import vn.hue.earchive.gateway.trace.TraceContext;

/**
 * One line for each answer: what was asked, how it went, how long it took. The path is written
 * without its query, which may hold search words and names, and no header is written at all.
 */
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("vn.hue.earchive.gateway.access");
    private static final int LONGEST_PATH = 200;

    private AccessLog() {}

    /** To be called when the request arrives; the line is written when its answer has ended. */
    static void follow(RoutingContext context) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long began = System.nanoTime();
        context.addEndHandler(ended -> {
            HttpServerRequest request = context.request();
            LOG.infof(
                    "Answered: method=%s path=%s status=%d received=%d sent=%d millis=%d complete=%s traceId=%s",
                    known(request.method().name()),
                    path(request),
                    context.response().getStatusCode(),
                    request.bytesRead(),
                    context.response().bytesWritten(),
                    (System.nanoTime() - began) / 1_000_000,
                    ended.succeeded(),
                    TraceContext.of(context).traceId());
        });
    }

    private static String known(String method) {
        return RequestShape.METHODS.contains(method) ? method : "OTHER";
    }

    private static String path(HttpServerRequest request) {
        String path = request.path();
        if (path == null || !RequestShape.isPlain(path)) {
            return "(malformed)";
        }
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
    }
}
