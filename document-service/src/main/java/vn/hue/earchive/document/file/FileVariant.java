package vn.hue.earchive.document.file;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * That a file is another form of an original, who made it and why. The original keeps its bytes.
 *
 * @param readers roles that may still read the original of a redacted variant; null for an archive
 *     copy, which hides nothing
 */
@Embeddable
public record FileVariant(
        @Column(name = "variant_of") UUID originalId,
        @Enumerated(EnumType.STRING) @Column(name = "variant_kind") Kind kind,
        @Column(name = "variant_reason") String reason,
        @Convert(converter = CodesConverter.class) @Column(name = "variant_readers")
                @Nullable List<String> readers,
        @Column(name = "variant_by") String madeBy,
        @Column(name = "variant_at") Instant madeAt) {

    /** What for. */
    public enum Kind {
        /** In a format that keeps, such as PDF/A. */
        ARCHIVE_COPY,
        /** With parts taken out that not everybody may read. */
        REDACTED
    }

    List<String> originalReaders() {
        return readers == null ? List.of() : readers;
    }

    SubmissionManifest.Variant inManifest() {
        return new SubmissionManifest.Variant(
                originalId, kind.name(), reason, originalReaders(), madeBy, madeAt);
    }

    FileVariantView view() {
        return new FileVariantView(
                originalId, kind.name(), reason, originalReaders(), madeBy, madeAt);
    }
}
