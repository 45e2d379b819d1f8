package vn.hue.earchive.archive.store;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.local.TestStack;

/** Two fresh buckets on the build's two S3 servers, as one test sees them. */
final class TestStores {

    private static final TestStack STACK = TestStack.forModule("archive", List.of("s3"));

    final S3ArchiveBucket primary = bucket("primary");
    final S3ArchiveBucket replica = bucket("replica");

    AipStore store() {
        return store(primary, replica);
    }

    AipStore store(ArchiveBucket... buckets) {
        return new AipStore(
                BuildAip.withVersion("0.1.0"),
                new ArchiveStores(List.of(buckets), false),
                Clock.systemUTC());
    }

    static String newObjId() {
        return AipDescription.objIdOf(UUID.randomUUID());
    }

    /** A store that nobody answers for. */
    static S3ArchiveBucket down(String name) {
        return new S3ArchiveBucket(
                name, "http://127.0.0.1:9", "key", "secret-of-nobody", "archive");
    }

    private static S3ArchiveBucket bucket(String store) {
        String prefix = "earchive.s3." + store + ".";
        S3ArchiveBucket bucket =
                new S3ArchiveBucket(
                        store,
                        STACK.get(prefix + "endpoint"),
                        STACK.get(prefix + "access-key"),
                        STACK.get(prefix + "secret-key"),
                        "test-archive-" + UUID.randomUUID());
        try {
            bucket.createBucket();
        } catch (StoreFailure e) {
            throw new IllegalStateException(e);
        }
        return bucket;
    }
}
