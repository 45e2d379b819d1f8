package vn.hue.earchive.archive.evidence;

import java.nio.charset.StandardCharsets;

/**
 * What of an entry is public: {@code SHA-256(prefix || salt || body)}. The 32 random bytes of the
 * salt keep a body that can be guessed from being tried out; the prefix keeps the hash from being
 * taken for another kind of hash. The trigger of migration V0165 computes the same.
 */
final class Commitment {

    /** 27 bytes: the name and a zero. */
    static final byte[] PREFIX = "earchive-evidence-entry/v1\0".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /**
     * @param salt 32 bytes
     * @param body JSON, hashed as the UTF-8 that it is kept as
     */
    static byte[] of(byte[] salt, String body) {
        return Merkle.sha256(PREFIX, salt, body.getBytes(StandardCharsets.UTF_8));
    }
}
