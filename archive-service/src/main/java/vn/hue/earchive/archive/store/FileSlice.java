package vn.hue.earchive.archive.store;

import java.util.UUID;

/**
 * Where the bytes of one file of a dossier lie for good: a range of its package. Whoever keeps this
 * reads the file with one request and needs no look-up.
 *
 * @param path in the package, for example {@code representations/rep1/data/H57.21.….0000001.pdf}
 * @param packKey key of the package in every store that has the object
 * @param offset first byte of the file in the package
 * @param length bytes
 * @param sha256 lower-case hex of the file
 */
public record FileSlice(
        String objId,
        UUID fileId,
        String path,
        String packKey,
        long offset,
        long length,
        String sha256) {}
