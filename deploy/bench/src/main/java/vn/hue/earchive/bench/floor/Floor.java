package vn.hue.earchive.bench.floor;

import io.minio.errors.MinioException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.S3Access;

/**
 * The floor of ingest, the same everywhere: for each file a PUT to a working bucket, a GET, and a
 * PUT to each of the two copies. What is read is compared with what was written, as the suite must
 * do too.
 */
public final class Floor implements AutoCloseable {

    private final Store working;
    private final Store primary;
    private final Store replica;

    private Floor(Store working, Store primary, Store replica) {
        this.working = working;
        this.primary = primary;
        this.replica = replica;
    }

    /** Makes three buckets with names of this run alone. */
    public static Floor open(S3Access working, S3Access primary, S3Access replica)
            throws MinioException {
        String run = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        return new Floor(
                Store.create(working, run + "-working"),
                Store.create(primary, run + "-copy1"),
                Store.create(replica, run + "-copy2"));
    }

    /**
     * One round with so many clients at once.
     *
     * @throws ExecutionException when a call failed or a file came back different
     */
    public void round(List<byte[]> files, int clients, Samples samples)
            throws InterruptedException, ExecutionException {
        String round = UUID.randomUUID().toString();
        Clients.each(
                files.size(),
                clients,
                index -> ingest(round + "/" + index, files.get(index), samples));
    }

    private void ingest(String key, byte[] bytes, Samples samples)
            throws MinioException, IOException {
        long start = System.nanoTime();
        working.put(key, bytes);
        long put = System.nanoTime();
        byte[] read = working.get(key);
        long got = System.nanoTime();
        if (!Arrays.equals(read, bytes)) {
            throw new IOException("The object store gave back other bytes than it was given.");
        }
        primary.put(key, read);
        replica.put(key, read);
        samples.add("PUT working", put - start);
        samples.add("GET working", got - put);
        samples.add("PUT two copies", System.nanoTime() - got);
    }

    @Override
    public void close() throws MinioException {
        try (working;
                primary;
                replica) {
            // Closing removes the buckets.
        }
    }
}
