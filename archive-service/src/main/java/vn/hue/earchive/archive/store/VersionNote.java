package vn.hue.earchive.archive.store;

import java.time.Instant;

/**
 * What an OCFL version says of itself.
 *
 * @param message why it was made; names the act, so that a repeated attempt knows its own version
 * @param userName who is responsible, in words
 * @param userAddress the same as a URI, for example {@code urn:earchive:agency:H57.21}
 * @param created to the second
 */
public record VersionNote(String message, String userName, String userAddress, Instant created) {

    /** A version that an agency is responsible for. */
    public static VersionNote ofAgency(String message, String name, String code, Instant created) {
        return new VersionNote(message, name, "urn:earchive:agency:" + code, created);
    }
}
