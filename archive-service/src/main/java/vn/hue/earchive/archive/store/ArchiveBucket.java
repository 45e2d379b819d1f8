package vn.hue.earchive.archive.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The few things that an OCFL storage root needs of an object store. The tests of the write path
 * fail between any two of these calls through this seam.
 *
 * <p>Every byte sent is covered by a SHA-256 in the signed request, which the server verifies
 * before it keeps anything; a call that returns means that the bytes are as durable as the server
 * makes them. Digests are lower-case hex.
 */
interface ArchiveBucket {

    /** Name of the store, as in the configuration. */
    String name();

    /** Stores the first {@code length} bytes, replacing what was there. */
    void put(String key, byte[] bytes, int length, String sha256) throws StoreFailure;

    /**
     * Stores under a key that is not taken; of several callers one wins.
     *
     * @return false when the key is taken, by whatever
     */
    boolean create(String key, byte[] bytes, int length, String sha256) throws StoreFailure;

    /** Begins an object in parts; it does not exist before {@link #completeParts}. */
    String startParts(String key) throws StoreFailure;

    /**
     * @param number from 1 without gaps
     * @return what {@link #completeParts} wants to know of the part
     */
    String putPart(String key, String uploadId, int number, byte[] bytes, int length, String sha256)
            throws StoreFailure;

    void completeParts(String key, String uploadId, List<String> parts) throws StoreFailure;

    /** Forgets the parts; unknown uploads are fine. */
    void abortParts(String key, String uploadId) throws StoreFailure;

    /**
     * @param length -1 for all that follows
     * @return empty when there is no such object
     */
    Optional<InputStream> get(String key, long offset, long length) throws StoreFailure;

    /** Size in bytes, empty when there is no such object. */
    Optional<Long> size(String key) throws StoreFailure;

    List<Listed> list(String prefix) throws StoreFailure;

    /** What lies directly under a prefix that ends with a slash. */
    Children children(String prefix) throws StoreFailure;

    /** What the bucket is set up to do. */
    Features features() throws StoreFailure;

    /** Absent keys are fine. */
    void delete(String key) throws StoreFailure;

    /**
     * @param folders prefixes, each with its final slash
     */
    record Children(List<String> folders, List<Listed> files) {}

    /**
     * @param versioning whether it keeps what is overwritten or deleted
     * @param objectLock whether it can refuse to delete
     */
    record Features(boolean versioning, boolean objectLock) {}

    /** A key with the store's own time of its last change. */
    record Listed(String key, long size, Instant modified) {}
}
