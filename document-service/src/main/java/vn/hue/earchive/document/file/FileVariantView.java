package vn.hue.earchive.document.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a file is another form of.
 *
 * @param kind {@code ARCHIVE_COPY} or {@code REDACTED}
 * @param originalReaders roles that may still read the original; empty for an archive copy
 */
record FileVariantView(
        UUID originalId,
        String kind,
        String reason,
        List<String> originalReaders,
        String madeBy,
        Instant madeAt) {}
