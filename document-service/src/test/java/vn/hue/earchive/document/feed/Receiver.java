package vn.hue.earchive.document.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A system that is called: answers challenges, keeps what it gets, answers as a test says. */
final class Receiver implements AutoCloseable {

    /** One call. */
    record Call(Headers headers, String text, JsonNode body) {

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        boolean isSignedWith(byte[] secret) {
            String signed = header("webhook-id") + "." + header("webhook-timestamp") + "." + text;
            return header("webhook-signature")
                    .equals("v1," + WebhookCall.signature(secret, signed));
        }
    }

    /** How a call is answered. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger elsewhere = new AtomicInteger();
    volatile boolean answersChallenges = true;
    volatile Answer answer = status(204);

    Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/hook", this::called);
        server.createContext(
                "/elsewhere",
                exchange -> {
                    elsewhere.incrementAndGet();
                    status(200).to(exchange);
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    int port() {
        return server.getAddress().getPort();
    }

    static Answer status(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    /** Calls that were no challenge. */
    List<Call> changes() {
        return calls.stream()
                .filter(c -> !c.body().path("type").asText().equals("webhook.challenge"))
                .toList();
    }

    private void called(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode body = json.readTree(text);
        calls.add(new Call(exchange.getRequestHeaders(), text, body));
        if (answersChallenges && body.path("type").asText().equals("webhook.challenge")) {
            byte[] echo =
                    json.writeValueAsBytes(
                            json.createObjectNode()
                                    .put(
                                            "challenge",
                                            body.path("data").path("challenge").asText()));
            exchange.sendResponseHeaders(200, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
            return;
        }
        answer.to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
