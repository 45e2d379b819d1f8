package vn.hue.earchive.document.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a document.
 *
 * @param role {@code MAIN} or {@code ATTACHMENT}
 * @param size bytes
 * @param sha256 lower-case hex
 * @param signature result of the newest signature check; {@code NOT_CHECKED} until the first one
 * @param inWorkingBucket false once the archive has custody: then the holding gives the content
 * @param variant what it is another form of; absent for an original
 */
public record FileView(
        UUID id,
        String role,
        String name,
        String mediaType,
        long size,
        String sha256,
        String signature,
        boolean inWorkingBucket,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FileVariantView variant) {}
