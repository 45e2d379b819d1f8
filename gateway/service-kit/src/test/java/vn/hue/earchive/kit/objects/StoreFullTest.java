package vn.hue.earchive.kit.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.minio.MinioAsyncClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * How stores say that they are full, told apart from a store that fails: the operator has to do
 * something else. No real store here can be filled, so their answers are given as they are known.
 */
class StoreFullTest {

    /** Red when a full store is reported as one that does not answer. */
    @ParameterizedTest
    @CsvSource({
        "507, InsufficientStorage, out of storage, STORE_FULL",
        "507, XMinioStorageFull, Storage backend has reached its minimum free drive threshold, STORE_FULL",
        "403, QuotaExceeded, quota, STORE_FULL",
        "500, InternalError, No space left on device, STORE_FULL",
        "500, InternalError, disk on fire, STORE_UNAVAILABLE",
        "403, AccessDenied, Forbidden, STORE_UNAVAILABLE"
    })
    void tellsAFullStoreFromABrokenOne(
            int status, String code, String message, CommonProblem expected) throws Exception {
        byte[] answer =
                "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, message)
                        .getBytes(StandardCharsets.UTF_8);
        HttpServer server = answering(status, answer);
        try (MinioAsyncClient client =
                MinioAsyncClient.builder()
                        .endpoint("http://127.0.0.1:" + server.getAddress().getPort())
                        .credentials("key", "secret")
                        .region("us-east-1")
                        .build()) {
            ObjectStore store = new ObjectStore(client, "working", 5 * 1024 * 1024);

            assertThatThrownBy(() ->
                            store.put(
                                    "a", new ByteArrayInputStream(new byte[10]), 10, "text/plain"))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type()).isEqualTo(expected));
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer answering(int status, byte[] body) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Content-Type", "application/xml");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
