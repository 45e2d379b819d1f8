package vn.hue.earchive.archive.aip;

import org.jspecify.annotations.Nullable;

/**
 * What a file was identified as; goes into METS (MIME type) and PREMIS (format).
 *
 * @param mimeType for example {@code application/pdf}
 * @param puid PRONOM identifier, for example {@code fmt/20}; null when the registry does not know
 *     the format
 * @param name format name as PRONOM gives it
 * @param version null when the format has no versions
 */
public record FormatId(
        String mimeType, @Nullable String puid, String name, @Nullable String version) {}
