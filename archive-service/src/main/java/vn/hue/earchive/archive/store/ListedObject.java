package vn.hue.earchive.archive.store;

import java.time.Instant;

/**
 * What a listing shows of one object, or of one file outside of any.
 *
 * @param place prefix of the object without the final slash, or key of the file
 * @param root last folder of the place, which is the SHA-256 of the object id; empty for a file
 *     outside of any object
 * @param digest of the names and sizes of its files, see {@link CopyReport#listing}
 * @param youngest when a file of it was changed last
 */
public record ListedObject(
        String place, String root, int files, long bytes, String digest, Instant youngest) {}
