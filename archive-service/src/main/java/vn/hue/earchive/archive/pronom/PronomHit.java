package vn.hue.earchive.archive.pronom;

import org.jspecify.annotations.Nullable;

/**
 * A format that a file may have.
 *
 * @param puid PRONOM identifier, for example {@code fmt/20}
 * @param name as PRONOM gives it
 * @param version as PRONOM gives it, null when the format has none
 * @param byBytes false when only the extension of the name speaks for it
 * @param extensionFits whether the extension of the name is one of the format
 */
public record PronomHit(
        String puid,
        String name,
        @Nullable String version,
        boolean byBytes,
        boolean extensionFits) {}
