package vn.hue.earchive.document.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.hue.earchive.document.text.VietnameseText;

/** Headers of a download. */
public final class Disposition {

    private Disposition() {}

    /** RFC 6266: a plain name for old clients, the true one in UTF-8. */
    public static String attachment(String name) {
        String plain = VietnameseText.fold(name).replaceAll("[^a-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /**
     * RFC 9530: value of {@code Repr-Digest}.
     *
     * @param sha256 in hex
     */
    public static String digest(String sha256) {
        return ExpectedDigest.header(sha256);
    }
}
