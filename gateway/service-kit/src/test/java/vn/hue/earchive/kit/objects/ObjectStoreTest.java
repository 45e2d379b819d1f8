package vn.hue.earchive.kit.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MinioAsyncClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** A bucket of a real store. */
@QuarkusTest
class ObjectStoreTest {

    private static final int PART = 5 * 1024 * 1024;

    @Inject ObjectStores stores;

    /** Red when a digest leaves out a part, or a part is sent twice. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200_000, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 7})
    void whatIsStoredComesBackWithItsDigests(int size) throws Exception {
        byte[] content = content(size);
        for (long announced : new long[] {size, -1}) {
            String key = key();
            StoredObject stored =
                    store().put(key, new ByteArrayInputStream(content), announced, "text/plain");
            assertThat(stored.size()).isEqualTo(size);
            assertThat(stored.sha256()).isEqualTo(sha256(content));
            assertThat(stored.crc32()).isEqualTo(crc32(content));
            try (InputStream in = store().get(key)) {
                assertThat(sha256(in.readAllBytes())).isEqualTo(sha256(content));
            }
            assertThat(store().stat(key)).map(ObjectStat::size).contains((long) size);
        }
    }

    /** Red when what was read before the end is stored. */
    @ParameterizedTest
    @CsvSource({
        "100, 99",
        "100, 101",
        "12000000, 11000000",
        "12000000, 12000001",
        "12000000, 3000000"
    })
    void aSourceOfAnotherLengthLeavesNoObject(long announced, int real) {
        String key = key();
        InputStream in = new ByteArrayInputStream(content(real));
        assertThatThrownBy(() -> store().put(key, in, announced, "text/plain"))
                .isInstanceOf(TruncatedSource.class);
        assertThat(store().exists(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 3 * PART})
    void aSourceThatBreaksOffLeavesNoObject(int after) {
        String key = key();
        assertThatThrownBy(() -> store().put(key, new Breaking(after), -1, "text/plain"))
                .isInstanceOf(TruncatedSource.class);
        assertThat(store().exists(key)).isFalse();
    }

    /** Red when the condition is not sent. */
    @ParameterizedTest
    @ValueSource(ints = {10, PART + 1})
    void ofSeveralWritersOneWins(int size) throws Exception {
        String key = key();
        List<Future<Optional<StoredObject>>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                byte[] content = content(size);
                writers.add(
                        threads.submit(() ->
                                store().putIfAbsent(
                                                key,
                                                new ByteArrayInputStream(content),
                                                size,
                                                "text/plain")));
            }
        }
        List<StoredObject> won = new ArrayList<>();
        for (Future<Optional<StoredObject>> writer : writers) {
            writer.get().ifPresent(won::add);
        }
        assertThat(won).isNotEmpty();
        if (size <= PART) {
            assertThat(won).hasSize(1);
        }
        try (InputStream in = store().get(key)) {
            assertThat(won).extracting(StoredObject::sha256).contains(sha256(in.readAllBytes()));
        }
        assertThat(
                        store().putIfAbsent(
                                        key,
                                        new ByteArrayInputStream(content(size)),
                                        size,
                                        "text/plain"))
                .isEmpty();
    }

    @Test
    void readsARange() throws Exception {
        String key = key();
        byte[] content = content(1000);
        store().put(key, content, "text/plain");
        try (InputStream in = store().get(key, 100, 50)) {
            assertThat(in.readAllBytes())
                    .isEqualTo(java.util.Arrays.copyOfRange(content, 100, 150));
        }
        try (InputStream in = store().get(key, 990, 50)) {
            assertThat(in.readAllBytes()).hasSize(10);
        }
        try (InputStream in = store().get(key, 5, 0)) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void listsByPrefixAndDeletes() {
        String folder = "list-" + UUID.randomUUID() + "/";
        store().put(folder + "a", content(3), "text/plain");
        store().put(folder + "b/ê", content(4), "text/plain");
        List<String> keys = new ArrayList<>();
        store().list(folder).forEachRemaining(found -> keys.add(found.key()));
        assertThat(keys).containsExactly(folder + "a", folder + "b/ê");
        store().delete(folder + "a");
        store().delete(folder + "a");
        assertThat(store().exists(folder + "a")).isFalse();
    }

    @Test
    void anObjectThatIsNotThereIsMissing() {
        assertThatThrownBy(() -> store().get("nothing")).isInstanceOf(ObjectMissing.class);
        assertThat(store().stat("nothing")).isEmpty();
    }

    @Test
    void aStoreThatIsDownIsUnavailable() {
        ObjectStore down =
                new ObjectStore(
                        MinioAsyncClient.builder()
                                .endpoint("http://127.0.0.1:1")
                                .credentials("a", "b")
                                .region("us-east-1")
                                .build(),
                        "bucket",
                        PART);
        assertThat(down.isReachable()).isFalse();
        assertThatThrownBy(() -> down.put("k", content(3), "text/plain"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.type()).isEqualTo(CommonProblem.STORE_UNAVAILABLE));
        assertThatThrownBy(() -> down.get("k")).isInstanceOf(Problem.class);
    }

    /** Ends with an exception after some bytes. */
    private static final class Breaking extends InputStream {
        private int left;

        Breaking(int after) {
            left = after;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("connection reset");
            }
            return 7;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int now = Math.min(length, left);
            if (now <= 0) {
                throw new IOException("connection reset");
            }
            left -= now;
            return now;
        }
    }

    private ObjectStore store() {
        return stores.store("working");
    }

    private static String key() {
        return "test/" + UUID.randomUUID();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size * 31L + System.nanoTime()).nextBytes(content);
        return content;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static long crc32(byte[] content) {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        return crc32.getValue();
    }
}
