package vn.hue.earchive.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the gateway in tests: an issuer with a discovery document and one RSA key, and
 * three services. {@code search} is down until a test starts it.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final String KEY_ID = "key-1";

    private final Vertx vertx = Vertx.vertx();
    private final KeyPair keys = rsa();
    private final KeyPair foreignKeys = rsa();
    private final int searchPort = freePort();
    private final AtomicInteger endedLines = new AtomicInteger();
    private String issuer = "";
    private @Nullable HttpServer search;

    @Override
    public Map<String, String> start() {
        HttpServer issuerServer = vertx.createHttpServer();
        issuerServer.requestHandler(request -> {
            JsonObject answer =
                    request.uri().endsWith("/openid-configuration")
                            ? new JsonObject()
                                    .put("issuer", issuer)
                                    .put("jwks_uri", issuer + "/certs")
                                    .put("token_endpoint", issuer + "/token")
                            : new JsonObject().put("keys", new JsonArray().add(publicKey()));
            request.response().putHeader("content-type", "application/json").end(answer.toBuffer());
        });
        issuer = "http://127.0.0.1:" + listen(issuerServer, 0) + "/realms/earchive";
        int document = listen(serve("document"), 0);
        int archive = listen(serve("archive"), 0);
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer,
                "quarkus.oidc.token.issuer",
                issuer,
                "earchive.routes.document",
                "http://127.0.0.1:" + document,
                "earchive.routes.archive",
                "http://127.0.0.1:" + archive,
                "earchive.routes.search",
                "http://127.0.0.1:" + searchPort,
                "earchive.upstream.idle-timeout",
                "3s");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
    }

    void startSearch() {
        HttpServer server = serve("search");
        listen(server, searchPort);
        search = server;
    }

    void stopSearch() {
        if (search != null) {
            search.close().toCompletionStage().toCompletableFuture().join();
            search = null;
        }
    }

    /** Lines between the gateway and its services that have ended so far. */
    int endedLines() {
        return endedLines.get();
    }

    Vertx vertx() {
        return vertx;
    }

    /** Claims of a good access token of Keycloak for a clerk. */
    JwtClaimsBuilder claims(String subject) {
        return Jwt.claims()
                .issuer(issuer)
                .audience(Set.of("earchive"))
                .subject(subject)
                .claim("typ", "Bearer")
                .claim("preferred_username", "clerk.ancuu")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
    }

    String token(String subject) {
        return sign(claims(subject));
    }

    String sign(JwtClaimsBuilder claims) {
        return claims.jws()
                .keyId(KEY_ID)
                .algorithm(SignatureAlgorithm.RS256)
                .sign(keys.getPrivate());
    }

    KeyPair keys() {
        return keys;
    }

    KeyPair foreignKeys() {
        return foreignKeys;
    }

    String issuer() {
        return issuer;
    }

    private HttpServer serve(String name) {
        return vertx.createHttpServer()
                .connectionHandler(line -> line.closeHandler(ended -> endedLines.incrementAndGet()))
                .requestHandler(new StandInService(name));
    }

    private JsonObject publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return new JsonObject()
                .put("kty", "RSA")
                .put("kid", KEY_ID)
                .put("use", "sig")
                .put("alg", "RS256")
                .put("n", base64.encodeToString(unsigned(key.getModulus().toByteArray())))
                .put("e", base64.encodeToString(key.getPublicExponent().toByteArray()));
    }

    private static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static int listen(HttpServer server, int port) {
        return server.listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
