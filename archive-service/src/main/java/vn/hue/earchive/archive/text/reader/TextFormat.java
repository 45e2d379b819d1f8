package vn.hue.earchive.archive.text.reader;

import java.util.Locale;
import java.util.Optional;

/** Formats that text is read from. */
public enum TextFormat {
    PDF,
    PICTURE,
    PLAIN,
    DOCX,
    ODT;

    /** Whether its pages can be drawn. */
    public boolean isDrawn() {
        return this == PDF || this == PICTURE;
    }

    /** By the media type that the intake identified; empty for those that nothing reads. */
    public static Optional<TextFormat> of(String mediaType) {
        return Optional.ofNullable(
                switch (mediaType.toLowerCase(Locale.ROOT)) {
                    case "application/pdf" -> PDF;
                    case "image/jpeg", "image/png", "image/tiff", "image/gif", "image/bmp" ->
                            PICTURE;
                    case "text/plain", "text/csv" -> PLAIN;
                    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                            DOCX;
                    case "application/vnd.oasis.opendocument.text" -> ODT;
                    default -> null;
                });
    }
}
