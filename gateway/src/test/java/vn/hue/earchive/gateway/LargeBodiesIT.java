package vn.hue.earchive.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;

/**
 * A gigabyte each way through the packaged gateway, whose JVM has 64 MB of heap and 64 MB of direct
 * memory (see the pom). Red when a body is held anywhere: the process runs out of memory.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(Surroundings.class)
class LargeBodiesIT {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    @SuppressWarnings("NullAway.Init") // set by Surroundings.inject
    Surroundings surroundings;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void passesAGigabyteUpUnchanged() throws Exception {
        CRC32C sent = new CRC32C();
        HttpResponse<String> answer =
                client.send(
                        request("/v1/uploads/checksum")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(() ->
                                                new CheckedInputStream(new Noise(GIGABYTE), sent)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject received = new JsonObject(answer.body());
        assertThat(received.getLong("size")).isEqualTo(GIGABYTE);
        assertThat(received.getLong("crc32c")).isEqualTo(sent.getValue());
    }

    @Test
    void passesAGigabyteDownToASlowReader() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(
                        request("/v1/documents/content?bytes=" + GIGABYTE).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        long read = 0;
        try (InputStream body = answer.body()) {
            byte[] buffer = new byte[8192];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                read += n;
            }
        }
        assertThat(read).isEqualTo(GIGABYTE);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + surroundings.token("clerk"));
    }

    /** So many bytes, every block another one, made as they are read. */
    private static final class Noise extends InputStream {

        private final byte[] block = new byte[64 * 1024];
        private long left;
        private int position;

        Noise(long size) {
            left = size;
            new Random(42).nextBytes(block);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            if (position == block.length) {
                position = 0;
                ByteBuffer.wrap(block).putLong(left);
            }
            int size = (int) Math.min(Math.min(length, left), block.length - position);
            System.arraycopy(block, position, target, offset, size);
            position += size;
            left -= size;
            return size;
        }
    }
}
