package vn.hue.earchive.document.events;

import java.util.UUID;

/**
 * A file of a document; never its bytes.
 *
 * @param role {@code MAIN}, {@code ATTACHMENT} or {@code PROCESS_TRACE}
 * @param name file name as given, NFC, at most 255 bytes of UTF-8
 * @param size bytes
 * @param sha256 lower-case hex of the bytes
 */
public record FileDescription(
        UUID fileId, String role, String name, String mediaType, long size, String sha256) {}
