package vn.hue.earchive.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happens to the rest of an upload that has been answered before it was read. Closing at once
 * would reset the connection and often destroy the answer before the client has read it; reading on
 * for ever would let a refused client use the line. So the rest is thrown away for a short while,
 * then the connection is closed.
 */
public final class UnreadBody {

    /** A client that pays attention stops long before. */
    static final long MAX_DISCARDED_BYTES = 4L * 1024 * 1024;

    static final long MAX_MILLISECONDS = 2_000;

    private UnreadBody() {}

    /**
     * To be called before the answer is sent.
     *
     * @return false when there is nothing to discard, because the request has been read or has no
     *     body
     */
    public static boolean discardAfterAnswer(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || hasArrived(request) || !mayHaveBody(request)) {
            request.resume();
            return false;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(answered -> {
            if (request.isEnded()) {
                return;
            }
            AtomicLong left = new AtomicLong(MAX_DISCARDED_BYTES);
            long timer =
                    context.vertx().setTimer(MAX_MILLISECONDS, id -> request.connection().close());
            request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
            request.handler(chunk -> {
                if (left.addAndGet(-chunk.length()) < 0) {
                    request.connection().close();
                }
            });
            request.endHandler(ended -> {
                context.vertx().cancelTimer(timer);
                request.connection().close();
            });
            request.resume();
        });
        return true;
    }

    /**
     * True when as many bytes as announced were handed on, though the end was not told yet: a
     * service may answer on the last byte, and its line is soon another request's.
     */
    private static boolean hasArrived(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.equals(Long.toString(request.bytesRead()));
    }

    /** True for a request that announces content. */
    public static boolean mayHaveBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length != null && !length.equals("0"))
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
