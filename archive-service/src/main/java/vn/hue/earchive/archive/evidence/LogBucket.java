package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The bucket in which the log is published, {@code earchive.s3.evidence.*}: tiles and the newest
 * checkpoint, and nothing that is not public.
 */
@ApplicationScoped
class LogBucket {

    static final String CHECKPOINT = "checkpoint";
    private static final String OCTETS = "application/octet-stream";

    private final ObjectStores stores;
    private final String name;

    @Inject
    LogBucket(ObjectStores stores) {
        this(stores, "evidence");
    }

    private LogBucket(ObjectStores stores, String name) {
        this.stores = stores;
        this.name = name;
    }

    /** The same in another bucket, {@code earchive.s3.<name>.*}. */
    LogBucket other(String name) {
        return new LogBucket(stores, name);
    }

    private ObjectStore bucket() {
        return stores.store(name);
    }

    /**
     * The bytes under this key, empty when there are none.
     *
     * @throws Problem STORE_UNAVAILABLE when the store does not answer
     */
    Optional<byte[]> read(String key) {
        try (InputStream in = bucket().get(key)) {
            return Optional.of(in.readAllBytes());
        } catch (ObjectMissing e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    /**
     * Writes under a key that is not taken.
     *
     * @return false when it is taken, by whatever
     */
    boolean create(String key, byte[] bytes) {
        return bucket().putIfAbsent(key, new ByteArrayInputStream(bytes), bytes.length, OCTETS)
                .isPresent();
    }

    /** Writes over what is there. */
    void replace(String key, byte[] bytes, String mediaType) {
        bucket().put(key, bytes, mediaType);
    }

    void replace(String key, byte[] bytes) {
        replace(key, bytes, OCTETS);
    }
}
