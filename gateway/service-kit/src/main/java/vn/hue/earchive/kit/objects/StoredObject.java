package vn.hue.earchive.kit.objects;

/**
 * What a put has stored.
 *
 * @param size bytes
 * @param sha256 of the whole content, lower-case hex, computed from the bytes that were sent
 * @param crc32 of the whole content, unsigned (for ZIP entries)
 * @param etag as the store answered it; never used to verify or to deduplicate
 */
public record StoredObject(String key, long size, String sha256, long crc32, String etag) {}
