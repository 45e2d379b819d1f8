package vn.hue.earchive.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.problem.GatewayProblem;
import vn.hue.earchive.gateway.problem.ProblemAnswer;
import vn.hue.earchive.gateway.problem.UnreadBody;
import vn.hue.earchive.gateway.trace.TraceContext;

/**
 * One service behind the gateway with its pool of connections. Bodies stream both ways; the slower
 * side sets the pace, so that a body of any size takes the memory of a few buffers. When the caller
 * goes away in the middle of an upload the request to the service is reset, never completed.
 */
final class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final long RETRY_AFTER_SECONDS = 2;

    private final String name;
    private final RequestOptions origin;
    private final Supplier<HttpClient> newClient;
    private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();

    Upstream(String name, URI base, UpstreamConfig config, Vertx vertx) {
        if (base.getHost() == null || !(base.getPath().isEmpty() || base.getPath().equals("/"))) {
            throw new IllegalArgumentException(
                    "earchive.routes." + name + ": not a base URL without a path: " + base);
        }
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
        this.name = name;
        this.origin = new RequestOptions().setHost(base.getHost()).setPort(port).setSsl(tls);
        int loops = eventLoops(vertx);
        HttpClientOptions options =
                new HttpClientOptions()
                        .setName("upstream-" + name)
                        .setMaxPoolSize(Math.ceilDiv(config.connections(), loops))
                        .setMaxWaitQueueSize(Math.ceilDiv(config.queue(), loops))
                        .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                        .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxHeaderSize(65_536);
        this.newClient = () -> vertx.createHttpClient(options);
    }

    @SuppressWarnings("deprecation") // Vert.x 4 has no other public way to count them.
    private static int eventLoops(Vertx vertx) {
        return Math.toIntExact(
                StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false).count());
    }

    /**
     * The lines of the calling event loop. No line is shared between loops: who holds it is then
     * decided on one thread, and no byte changes threads on its way.
     */
    private HttpClient client() {
        return clients.computeIfAbsent(Thread.currentThread(), loop -> newClient.get());
    }

    void forward(RoutingContext context) {
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("expect"))) {
            context.response().writeContinue();
        }
        HopHeaders.forRequest(context);
        Hop hop = new Hop(context);
        HttpClient client = client();
        HttpProxy.reverseProxy(client)
                .origin(ignored -> client.request(origin).compose(hop::opened))
                .addInterceptor(hop)
                .handle(context.request());
    }

    /** Sends a request of the gateway itself, for example for the service's health. */
    Future<Buffer> get(String path, long timeoutMillis) {
        return client().request(new RequestOptions(origin).setURI(path).setTimeout(timeoutMillis))
                .compose(request -> request.send())
                .compose(response ->
                        response.statusCode() == 200
                                ? response.body()
                                : Future.failedFuture(
                                        new NoStackTraceThrowable(
                                                "status " + response.statusCode())));
    }

    private final class Hop implements ProxyInterceptor {

        private final RoutingContext context;
        private @Nullable HeldLine line;

        Hop(RoutingContext context) {
            this.context = context;
        }

        /**
         * A caller who left while the line was being opened can no longer break the request off.
         */
        Future<HttpClientRequest> opened(HttpClientRequest opened) {
            HeldLine held = HeldLine.of(opened);
            line = held;
            // The outcome is told by the answer; without a handler the client logs every broken
            // line as an error.
            opened.exceptionHandler(
                    gone -> LOG.debugf("Line to a service broke: service=%s cause=%s", name, gone));
            if (context.response().closed()) {
                opened.reset();
                return Future.failedFuture("The caller has gone");
            }
            return Future.succeededFuture(held.guarded());
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext hop) {
            return hop.sendRequest()
                    .recover(failure -> Future.succeededFuture(failed(hop, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext hop) {
            ProxyResponse answer = hop.response();
            HopHeaders.stripOneHop(answer.headers());
            Body body = answer.getBody();
            if (body != null && line != null) {
                answer.setBody(
                        Body.body(new BreakableBody(body.stream(), context, line), body.length()));
            }
            if (UnreadBody.discardAfterAnswer(context)) {
                context.addEndHandler(ended -> abandon());
            }
            return hop.sendResponse();
        }

        /**
         * The service has answered before the end of the body; nobody will send it the rest. A body
         * that has ended in the meantime was sent whole: its line may be another request's by now.
         */
        private void abandon() {
            if (line != null && !context.request().isEnded()) {
                line.reset();
            }
        }

        private ProxyResponse failed(ProxyContext hop, Throwable failure) {
            boolean nothingSent =
                    failure instanceof ConnectException
                            || failure instanceof UnknownHostException
                            || failure instanceof ConnectionPoolTooBusyException;
            GatewayProblem problem =
                    nothingSent
                            ? GatewayProblem.SERVICE_UNREACHABLE
                            : GatewayProblem.SERVICE_BROKE_OFF;
            if (!context.response().closed()) {
                LOG.warnf(
                        "No answer from a service: service=%s problem=%s cause=%s traceId=%s",
                        name, problem, failure, TraceContext.of(context).traceId());
            }
            ProblemAnswer answer =
                    ProblemAnswer.of(context, problem, nothingSent ? RETRY_AFTER_SECONDS : null);
            ProxyResponse response = hop.request().response().setStatusCode(problem.status());
            answer.headers().forEach(response::putHeader);
            return response.setBody(Body.body(answer.body()));
        }
    }
}
