package vn.hue.earchive.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, which a service may break off. Then the caller's connection is closed, so
 * that half an answer does not look like a whole one, and that is all: its closing ends the
 * response for everybody who waits for it (body slots, the log, the graceful shutdown). Resetting
 * the response, which the proxy would do if it were told, ends an HTTP/1 response without telling
 * them.
 */
final class BreakableBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final RoutingContext context;
    private final HeldLine line;

    BreakableBody(ReadStream<Buffer> body, RoutingContext context, HeldLine line) {
        this.body = body;
        this.context = context;
        this.line = line;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        body.exceptionHandler(broken -> context.request().connection().close());
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(ended -> {
            line.answered();
            if (handler != null) {
                handler.handle(null);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
