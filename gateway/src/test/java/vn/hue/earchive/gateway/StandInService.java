package vn.hue.earchive.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;

/**
 * An upstream HTTP server that behaves as the last path segment says; by default it tells what it
 * was asked.
 */
final class StandInService implements Handler<HttpServerRequest> {

    static final int CHUNK = 64 * 1024;

    private final String name;
    private final AtomicLong startedUploads = new AtomicLong();
    private final AtomicLong brokenUploads = new AtomicLong();
    private final AtomicLong completedUploads = new AtomicLong();

    StandInService(String name) {
        this.name = name;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "/");
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "openapi" -> json(request, OpenApiSamples.of(name));
            case "ready" -> json(request, new JsonObject().put("status", "UP"));
            case "checksum" -> checksum(request);
            case "refuse-early" -> {
                request.pause();
                request.response().setStatusCode(422);
                request.response().end("{\"code\":\"STATE_SECRET_NOT_ALLOWED\"}");
            }
            case "last-byte" -> lastByte(request);
            case "after-work" -> afterWork(request);
            case "never-read" -> request.pause();
            case "upload-counts" ->
                    json(
                            request,
                            new JsonObject()
                                    .put("started", startedUploads.get())
                                    .put("broken", brokenUploads.get())
                                    .put("completed", completedUploads.get()));
            case "silence" -> request.handler(chunk -> {});
            case "hang-up" -> request.connection().close();
            case "half-an-answer" -> {
                request.response().putHeader("content-length", "1000");
                request.response()
                        .write("ten bytes.")
                        .onComplete(sent -> request.connection().close());
            }
            case "error" -> {
                request.response()
                        .setStatusCode(500)
                        .putHeader("server", "StandIn/1.0")
                        .putHeader("x-powered-by", "tests")
                        .putHeader("connection", "x-internal")
                        .putHeader("x-internal", "secret")
                        .putHeader("keep-alive", "timeout=5");
                request.response().end("{}");
            }
            case "own-policy" -> {
                request.response()
                        .putHeader("content-security-policy", "sandbox; default-src 'none'")
                        .putHeader("cache-control", "private, max-age=5");
                request.response().end("content");
            }
            case "content" -> content(request);
            default -> echo(request);
        }
    }

    private void echo(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers()
                .names()
                .forEach(header ->
                        headers.put(
                                header.toLowerCase(java.util.Locale.ROOT),
                                new JsonArray(request.headers().getAll(header))));
        json(
                request,
                new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers));
    }

    /** Answers when it has as many bytes as were announced, before it is told of their end. */
    private static void lastByte(HttpServerRequest request) {
        AtomicLong left = new AtomicLong(Long.parseLong(request.getHeader("content-length")));
        request.handler(chunk -> {
            if (left.addAndGet(-chunk.length()) == 0) {
                request.response().setStatusCode(204).end();
            }
        });
    }

    /** Answers as a service does: from another thread, some milliseconds after the body. */
    private static void afterWork(HttpServerRequest request) {
        request.body()
                .onSuccess(body ->
                        Thread.startVirtualThread(() -> {
                            LockSupport.parkNanos(body.hashCode() & 0xFF_FFFF);
                            request.response()
                                    .putHeader("content-type", "application/json")
                                    .end("{\"size\":" + body.length() + "}");
                        }));
    }

    private void checksum(HttpServerRequest request) {
        CRC32C crc32c = new CRC32C();
        AtomicLong size = new AtomicLong();
        startedUploads.incrementAndGet();
        request.handler(chunk -> {
            size.addAndGet(chunk.length());
            crc32c.update(chunk.getBytes());
        });
        request.exceptionHandler(gone -> brokenUploads.incrementAndGet());
        request.endHandler(ended -> {
            completedUploads.incrementAndGet();
            json(
                    request,
                    new JsonObject().put("size", size.get()).put("crc32c", crc32c.getValue()));
        });
    }

    /** Streams {@code ?bytes=} zeros as fast as they are taken. */
    private void content(HttpServerRequest request) {
        long bytes = Long.parseLong(request.getParam("bytes"));
        request.response().putHeader("content-length", Long.toString(bytes));
        AtomicLong left = new AtomicLong(bytes);
        request.response().drainHandler(drained -> pour(request, left));
        pour(request, left);
    }

    private void pour(HttpServerRequest request, AtomicLong left) {
        while (left.get() > 0 && !request.response().writeQueueFull()) {
            int size = (int) Math.min(CHUNK, left.get());
            request.response().write(Buffer.buffer(new byte[size]));
            left.addAndGet(-size);
        }
        if (left.compareAndSet(0, -1)) {
            request.response().end();
        }
    }

    private static void json(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("content-type", "application/json").end(body.toBuffer());
    }
}
