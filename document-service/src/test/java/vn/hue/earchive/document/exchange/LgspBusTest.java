package vn.hue.earchive.document.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTTP adapter by itself: large messages, lost connections, redirects, being off. */
class LgspBusTest {

    private static final long LARGE = 3L << 30;

    private HttpServer server;
    private LgspBus bus;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        bus = new LgspBus(config(true, "k"), new ObjectMapper());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private LgspConfig config(boolean enabled, String secret) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        LgspConfig.Account account =
                new LgspConfig.Account() {
                    @Override
                    public String systemId() {
                        return "hue-{agency}";
                    }

                    @Override
                    public String secretKey() {
                        return secret;
                    }
                };
        return new LgspConfig() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public Optional<URI> url() {
                return Optional.of(url);
            }

            @Override
            public Map<String, Account> accounts() {
                return Map.of("H57.21", account);
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration timeout() {
                return Duration.ofMinutes(2);
            }

            @Override
            public long maxBytes() {
                return LARGE;
            }
        };
    }

    private static ServiceBus.Message zeros(long length) {
        return new ServiceBus.Message() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    private long left = length;

                    @Override
                    public int read() {
                        return left-- > 0 ? 'A' : -1;
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int count) {
                        if (left <= 0) {
                            return -1;
                        }
                        int n = (int) Math.min(left, count);
                        left -= n;
                        return n;
                    }
                };
            }
        };
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Red when the request is put together in memory: no array holds 3 GiB. */
    @Test
    void sendsALargeMessageWithoutHoldingIt() throws Exception {
        AtomicLong received = new AtomicLong();
        AtomicReference<String> headers = new AtomicReference<>("");
        server.createContext(
                "/v1/sendEdoc",
                exchange -> {
                    headers.set(
                            exchange.getRequestHeaders().getFirst("X-SystemId")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("X-SecretKey")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Content-Length"));
                    byte[] buffer = new byte[1 << 16];
                    InputStream body = exchange.getRequestBody();
                    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                        received.addAndGet(n);
                    }
                    answer(exchange, "{\"ErrorCode\":\"0\",\"DocID\":\"d1\"}");
                });

        String id = bus.send("H57.21", ServiceBus.Kind.DOCUMENT, zeros(LARGE));

        assertThat(id).isEqualTo("d1");
        assertThat(received.get()).isGreaterThan(LARGE);
        assertThat(headers.get()).isEqualTo("hue-H57.21 k " + received.get());
    }

    /** Red when the answer's Base64 is read as one string. */
    @Test
    void fetchesALargeMessageWithoutHoldingIt() throws Exception {
        byte[] piece = new byte[3 << 18];
        byte[] base64 = Base64.getEncoder().encode(piece);
        int pieces = 400;
        server.createContext(
                "/v1/getEdoc",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(
                                "{\"success\":true,\"data\":{\"edxml\":\""
                                        .getBytes(StandardCharsets.UTF_8));
                        for (int i = 0; i < pieces; i++) {
                            out.write(base64);
                        }
                        out.write("\"}}".getBytes(StandardCharsets.UTF_8));
                    }
                });

        long size =
                bus.fetch(
                        "H57.21",
                        "d 1",
                        edxml -> {
                            long n = 0;
                            byte[] buffer = new byte[1 << 16];
                            for (int r = edxml.read(buffer); r >= 0; r = edxml.read(buffer)) {
                                n += r;
                            }
                            return n;
                        });

        assertThat(size).isEqualTo((long) piece.length * pieces);
    }

    private BusFailure sending() {
        return catchThrowableOfType(
                BusFailure.class, () -> bus.send("H57.21", ServiceBus.Kind.STATUS, zeros(10)));
    }

    @Test
    void aBusThatDoesNotAnswerIsTriedAgain() {
        server.stop(0);
        BusFailure failure = sending();
        assertThat(failure.code()).isEqualTo(BusFailure.Code.BUS_NOT_REACHABLE);
        assertThat(failure.retryable()).isTrue();
    }

    /** Red when redirects are followed: the key would go to whoever the answer names. */
    @Test
    void aRedirectIsNotFollowed() {
        AtomicLong elsewhere = new AtomicLong();
        server.createContext("/elsewhere", exchange -> elsewhere.incrementAndGet());
        server.createContext(
                "/v1/sendEdoc",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                    exchange.close();
                });

        assertThat(sending().retryable()).isFalse();
        assertThat(elsewhere.get()).isZero();
    }

    @Test
    void anAnswerWithoutANameOfTheMessageIsNoSuccess() {
        server.createContext(
                "/v1/sendEdoc",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    answer(exchange, "<html>OK</html>");
                });

        assertThat(sending().code()).isEqualTo(BusFailure.Code.BUS_UNEXPECTED_ANSWER);
    }

    @Test
    void isOffUntilItIsSwitchedOnForTheAgency() {
        assertThat(bus.connects("H57.21")).isTrue();
        assertThat(bus.connects("H57.22")).as("no account").isFalse();
        assertThat(new LgspBus(config(false, "k"), new ObjectMapper()).connects("H57.21"))
                .as("switched off")
                .isFalse();
    }
}
