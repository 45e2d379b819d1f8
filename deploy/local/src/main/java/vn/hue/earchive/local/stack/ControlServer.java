package vn.hue.earchive.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.hue.earchive.local.component.StackFailure;
import vn.hue.earchive.local.process.ProcessRecord;

/**
 * The supervisor's ear: a few POSTs on a loopback port, each with the secret of {@link
 * SupervisorAddress}. An answer is plain text that grows line by line; its last line is {@code OK}
 * or {@code FAILED} followed by the reason.
 */
final class ControlServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Stack stack;
    private final Runnable end;
    private final String secret;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param end called when a client asks the supervisor to leave; returns at once
     */
    ControlServer(Path home, Stack stack, Runnable end) throws IOException {
        this.home = home;
        this.stack = stack;
        this.end = end;
        byte[] bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        this.secret = HexFormat.of().formatHex(bits);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/start", exchange -> answer(exchange, this::start));
        server.createContext("/place", exchange -> answer(exchange, this::place));
        server.createContext("/status", exchange -> answer(exchange, this::status));
        server.createContext("/stop", exchange -> answer(exchange, this::stop));
        server.start();
        new SupervisorAddress(
                        ProcessRecord.of(ProcessHandle.current()).orElseThrow(),
                        server.getAddress().getPort(),
                        secret)
                .write(home);
    }

    private interface Order {
        void carryOut(String query, Progress progress) throws IOException, InterruptedException;
    }

    private void start(String query, Progress progress) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>(Set.of(query.split(",")));
        stack.start(names, progress);
    }

    private void place(String query, Progress progress) throws IOException {
        progress.say(StackClient.ANSWER + JSON.writeValueAsString(stack.place(query)));
    }

    private void status(String query, Progress progress) throws IOException, InterruptedException {
        progress.say(StackClient.ANSWER + JSON.writeValueAsString(StatusLine.of(stack)));
    }

    private void stop(String query, Progress progress) throws InterruptedException {
        stack.stop(progress);
        end.run();
    }

    private void answer(HttpExchange exchange, Order order) throws IOException {
        try (exchange) {
            if (!("Bearer " + secret)
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                Progress progress = line -> print(out, line);
                String query = exchange.getRequestURI().getRawQuery();
                try {
                    order.carryOut(
                            query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8),
                            progress);
                    progress.say("OK");
                } catch (StackFailure e) {
                    progress.say(message(e));
                    progress.say("FAILED");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    e.printStackTrace();
                    progress.say(e.toString());
                    progress.say("FAILED");
                }
            }
        }
    }

    private static String message(StackFailure failure) {
        StringBuilder text = new StringBuilder(failure.getMessage());
        for (Throwable other : failure.getSuppressed()) {
            text.append('\n').append(other.getMessage());
        }
        return text.toString();
    }

    private static synchronized void print(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The client that gave the order has left", e);
        }
    }

    @Override
    public String toString() {
        return "control port " + server.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        SupervisorAddress.remove(home);
        server.stop(1);
        threads.shutdown();
    }
}
