package vn.hue.earchive.document.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service bus on a real port, with the four operations of domain reference 6. What it answers to
 * a message can be scripted by the recipient's OrganId; what it holds, by the X-SystemId of the
 * agency that asks.
 */
public final class LgspSimulator {

    public static final String SECRET = "simulated-secret";

    private static final Pattern RECIPIENT =
            Pattern.compile("<edXML:(?:To|ResponseFor)><edXML:OrganId>([^<]+)<");

    /** A message as it arrived. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Received(String systemId, String messageType, String recipient, byte[] edxml) {
        public String text() {
            return new String(edxml, StandardCharsets.UTF_8);
        }
    }

    /** A status as it arrived by updateStatus. */
    public record Status(String systemId, String docId, String status) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Status> statuses = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<String>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, byte[]>> held = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(1);

    LgspSimulator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/sendEdoc", authenticated(this::send));
        server.createContext("/v1/updateStatus", authenticated(this::updateStatus));
        server.createContext("/v1/syncReceivedEdocList", authenticated(this::list));
        server.createContext("/v1/getEdoc", authenticated(this::get));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void stop() {
        server.stop(0);
    }

    /**
     * What the next messages to a recipient meet, one after the other; then they are taken.
     *
     * @param answers {@code "500"}: this HTTP status; {@code "E18"}: this ErrorCode; {@code
     *     "drop"}: the connection ends
     */
    public void script(String recipient, String... answers) {
        scripts.computeIfAbsent(recipient, r -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** Holds a message for an agency, as if another one had sent it. */
    public String hold(String systemId, byte[] edxml) {
        String docId = "in-" + next.getAndIncrement();
        held.computeIfAbsent(systemId, s -> new LinkedHashMap<>()).put(docId, edxml);
        return docId;
    }

    /** Puts another message in the place of one that is held. */
    public void mend(String systemId, String docId, byte[] edxml) {
        java.util.Objects.requireNonNull(held.get(systemId)).put(docId, edxml);
    }

    public List<Received> receivedFor(String recipient) {
        return received.stream().filter(r -> r.recipient().equals(recipient)).toList();
    }

    public List<Received> receivedFrom(String systemId) {
        return received.stream().filter(r -> r.systemId().equals(systemId)).toList();
    }

    public List<String> statusesOf(String docId) {
        return statuses.stream().filter(s -> s.docId().equals(docId)).map(Status::status).toList();
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private static com.sun.net.httpserver.HttpHandler authenticated(Handler handler) {
        return exchange -> {
            try (exchange) {
                if (SECRET.equals(exchange.getRequestHeaders().getFirst("X-SecretKey"))) {
                    handler.handle(exchange);
                } else {
                    exchange.getRequestBody().readAllBytes();
                    answer(exchange, 200, "{\"ErrorCode\":\"15\",\"ErrorDesc\":\"secret\"}");
                }
            }
        };
    }

    private static String systemId(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("X-SystemId");
    }

    private void send(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String boundary =
                exchange.getRequestHeaders().getFirst("Content-Type").split("boundary=")[1];
        String type = part(text, boundary, "messageType");
        byte[] edxml = part(text, boundary, "edocFile").getBytes(StandardCharsets.ISO_8859_1);
        Matcher to = RECIPIENT.matcher(new String(edxml, StandardCharsets.UTF_8));
        String recipient = to.find() ? to.group(1) : "";
        Deque<String> script = scripts.get(recipient);
        String next = script == null ? null : script.poll();
        if (next == null) {
            received.add(new Received(systemId(exchange), type, recipient, edxml));
            String id = "bus-" + this.next.getAndIncrement();
            answer(exchange, 200, "{\"ErrorCode\":\"0\",\"DocID\":\"" + id + "\"}");
        } else if (next.equals("drop")) {
            exchange.sendResponseHeaders(200, 1_000);
        } else if (next.startsWith("E")) {
            answer(
                    exchange,
                    200,
                    "{\"ErrorCode\":\""
                            + next.substring(1)
                            + "\",\"ErrorDesc\":\"Không tìm thấy nơi nhận\"}");
        } else {
            answer(exchange, Integer.parseInt(next), "<html>down</html>");
        }
    }

    private static String part(String text, String boundary, String name) {
        int at = text.indexOf("name=\"" + name + "\"");
        int start = text.indexOf("\r\n\r\n", at) + 4;
        return text.substring(start, text.indexOf("\r\n--" + boundary, start));
    }

    private void updateStatus(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher docId = Pattern.compile("\"docId\":\"([^\"]+)\"").matcher(body);
        Matcher status = Pattern.compile("\"status\":\"([^\"]+)\"").matcher(body);
        if (docId.find() && status.find()) {
            statuses.add(new Status(systemId(exchange), docId.group(1), status.group(1)));
        }
        answer(exchange, 200, "{\"success\":true}");
    }

    private void list(HttpExchange exchange) throws IOException {
        StringBuilder data = new StringBuilder();
        if (exchange.getRequestURI().getQuery().contains("messageType=edoc")) {
            for (String id : held.getOrDefault(systemId(exchange), Map.of()).keySet()) {
                data.append(data.isEmpty() ? "" : ",")
                        .append("{\"docId\":\"")
                        .append(id)
                        .append("\"}");
            }
        }
        answer(exchange, 200, "{\"success\":true,\"data\":[" + data + "]}");
    }

    private void get(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getQuery().replace("docId=", "");
        byte[] edxml = held.getOrDefault(systemId(exchange), Map.of()).get(id);
        if (edxml == null) {
            answer(exchange, 404, "{\"success\":false,\"message\":\"unknown\"}");
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("{\"success\":true,\"data\":{\"docId\":\"" + id + "\",\"edxml\":\"")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Base64.getEncoder().encode(edxml));
        body.writeBytes("\"}}".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.size());
        body.writeTo(exchange.getResponseBody());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
