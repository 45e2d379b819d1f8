package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Copies one object from a store to another, under the same key. Nothing exists or is replaced at
 * the target before all bytes of the source have proved right.
 *
 * @param objectId of the OCFL object, for messages
 * @param sha256 that the bytes must have
 */
record VerifiedCopy(ArchiveBucket source, String key, String objectId, String sha256) {

    static VerifiedCopy of(ArchiveBucket source, String key, String objectId, String sha256) {
        return new VerifiedCopy(source, key, objectId, sha256);
    }

    /**
     * @return bytes copied
     * @throws FixityFailure when the source does not have these bytes; the target is unchanged
     */
    long to(ArchiveBucket target, ExecutorService threads) throws StoreFailure {
        Optional<Long> size = source.size(key);
        Optional<InputStream> in = source.get(key, 0, -1);
        if (size.isEmpty() || in.isEmpty()) {
            throw new FixityFailure(objectId, source.name(), key + " is missing");
        }
        PackSink sink = new PackSink(key, size.get(), List.of(target), threads);
        try (InputStream open =
                new VerifiedStream(in.get(), objectId, source.name(), size.get(), sha256)) {
            open.transferTo(sink);
            sink.complete(sha256);
            return size.get();
        } catch (FixityFailure | NoStoreLeft e) {
            sink.abandon();
            throw e;
        } catch (IOException e) {
            sink.abandon();
            throw new StoreFailure(source.name(), "send " + key, e);
        }
    }
}
