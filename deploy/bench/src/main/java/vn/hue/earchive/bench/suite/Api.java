package vn.hue.earchive.bench.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.DemoUsers.User;

/**
 * The public API through the gateway, as a careful client uses it: an Idempotency-Key on every
 * POST, If-Match where a state changes, a new token when the old one is refused, patience when the
 * gateway limits the rate.
 */
public final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final URI gateway;
    private final Tokens tokens;
    private final Duration patience;
    private final AtomicInteger limited = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    public Api(RunningSuite suite) {
        this(suite, Duration.ZERO);
    }

    /**
     * @param patience how long a request whose fate is unknown, or that a server could not serve,
     *     is sent again under the same key
     */
    public Api(RunningSuite suite, Duration patience) {
        this(suite, suite.gateway(), patience);
    }

    private Api(RunningSuite suite, URI gateway, Duration patience) {
        this.gateway = gateway;
        this.tokens = new Tokens(http, suite.tokenEndpoint());
        this.patience = patience;
    }

    /** The same client of one service alone, past the gateway. */
    public static Api direct(RunningSuite suite, String service) {
        return new Api(suite, suite.service(service), Duration.ZERO);
    }

    /** How often a request was sent again. */
    public int timesRepeated() {
        return repeated.get();
    }

    /**
     * How often the gateway answered 429: a run with any was slowed down by the limit, not by the
     * suite.
     */
    public int timesLimited() {
        return limited.get();
    }

    public Answer get(User user, String path) throws IOException, InterruptedException {
        return json(user, "GET", path, null, null, BodyPublishers.noBody());
    }

    /**
     * @param ifMatch the ETag of the state that is to change; null where something is created
     */
    public Answer post(User user, String path, @Nullable String ifMatch, Object body)
            throws IOException, InterruptedException {
        return json(
                user,
                "POST",
                path,
                ifMatch,
                "application/json",
                BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    public Answer upload(User user, String path, String mediaType, byte[] bytes)
            throws IOException, InterruptedException {
        return json(user, "POST", path, null, mediaType, BodyPublishers.ofByteArray(bytes));
    }

    /**
     * @return lower-case hex SHA-256 of what the path gives
     */
    public String download(User user, String path) throws IOException, InterruptedException {
        return exchange(
                user,
                "GET",
                path,
                null,
                null,
                BodyPublishers.noBody(),
                answer -> {
                    try (InputStream in = answer.body()) {
                        return Sha256.of(in);
                    }
                });
    }

    /** What the path gives, whole in memory. */
    public byte[] bytes(User user, String path) throws IOException, InterruptedException {
        return exchange(
                user,
                "GET",
                path,
                null,
                null,
                BodyPublishers.noBody(),
                answer -> {
                    try (InputStream in = answer.body()) {
                        return in.readAllBytes();
                    }
                });
    }

    private Answer json(
            User user,
            String method,
            String path,
            @Nullable String ifMatch,
            @Nullable String mediaType,
            BodyPublisher body)
            throws IOException, InterruptedException {
        return exchange(
                user,
                method,
                path,
                ifMatch,
                mediaType,
                body,
                // To the end: a body that is closed early costs the client its connection.
                answer ->
                        new Answer(
                                JSON.readTree(read(answer)),
                                answer.headers().firstValue("ETag").orElse(null)));
    }

    /** Takes in a successful answer. */
    private interface Reading<T> {
        T of(HttpResponse<InputStream> answer) throws IOException;
    }

    private <T> T exchange(
            User user,
            String method,
            String path,
            @Nullable String ifMatch,
            @Nullable String mediaType,
            BodyPublisher body,
            Reading<T> reading)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path, ifMatch, mediaType, body);
        boolean renewed = false;
        long patientUntil = System.nanoTime() + patience.toNanos();
        while (true) {
            int status;
            String problem;
            HttpResponse<InputStream> answer;
            String token;
            try {
                token = tokens.of(user);
                answer =
                        http.send(
                                request.setHeader("Authorization", "Bearer " + token).build(),
                                HttpResponse.BodyHandlers.ofInputStream());
                status = answer.statusCode();
                if (status < 300) {
                    return reading.of(answer);
                }
                problem = read(answer);
            } catch (IOException | SuiteUnavailable unknown) {
                if (System.nanoTime() > patientUntil) {
                    throw unknown;
                }
                again();
                continue;
            }
            if (status == 401 && !renewed) {
                tokens.refused(user, token);
                renewed = true;
            } else if (status == 429) {
                limited.incrementAndGet();
                Pause.of(retryAfter(answer));
            } else if (worthRepeating(status, problem) && System.nanoTime() < patientUntil) {
                again();
            } else {
                throw new Refused(method, path, status, problem);
            }
        }
    }

    private HttpRequest.Builder request(
            String method,
            String path,
            @Nullable String ifMatch,
            @Nullable String mediaType,
            BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT).method(method, body);
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        return request;
    }

    /** A server's own trouble, or a problem that says of itself that it passes. */
    private static boolean worthRepeating(int status, String problem) {
        return status >= 500 || problem.contains("\"retryable\":true");
    }

    private void again() throws InterruptedException {
        repeated.incrementAndGet();
        Pause.of(BETWEEN_TRIES);
    }

    private static String read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The header in whole seconds; one second when it is absent or a date. */
    private static Duration retryAfter(HttpResponse<?> answer) {
        String seconds =
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("[0-9]{1,4}"))
                        .orElse("1");
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    @Override
    public void close() {
        http.close();
    }
}
