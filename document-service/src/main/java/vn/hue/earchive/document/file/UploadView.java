package vn.hue.earchive.document.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param size bytes; absent while the bytes arrive
 * @param sha256 lower-case hex; absent while the bytes arrive
 * @param state {@code RECEIVING}, {@code STORED}, {@code HELD} by a message that waits for its
 *     registration, or {@code CLAIMED} by a document
 * @param expiresAt when it goes away if no document claims it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadView(
        UUID id,
        String fileName,
        String mediaType,
        @Nullable Long size,
        @Nullable String sha256,
        String state,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
