package vn.hue.earchive.document.media;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an item is: {@code typePic} 01 and 02, {@code typeMedia} 01 and 02 of Circular 05/2025
 * (domain reference 2.6).
 */
enum MediaKind {
    NEGATIVE("01", "image/", true),
    PHOTO("02", "image/", true),
    AUDIO("01", "audio/", false),
    VIDEO("02", "video/", false);

    private final String code;
    private final String mediaType;
    private final boolean picture;

    MediaKind(String code, String mediaType, boolean picture) {
        this.code = code;
        this.mediaType = mediaType;
        this.picture = picture;
    }

    static Optional<MediaKind> of(String name) {
        return Arrays.stream(values()).filter(k -> k.name().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** {@code typePic} of a picture, {@code typeMedia} of a recording. */
    String code() {
        return code;
    }

    /** EAD_pic, otherwise EAD_media. */
    boolean isPicture() {
        return picture;
    }

    /** A picture may also lie in a PDF (Circular 05/2025 Art 8). */
    boolean accepts(String type) {
        return type.startsWith(mediaType) || (picture && type.equals("application/pdf"));
    }
}
