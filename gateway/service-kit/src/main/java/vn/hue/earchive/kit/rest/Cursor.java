package vn.hue.earchive.kit.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Opaque keyset cursor: the sort keys of the last row of a page. It carries no right: the next page
 * is read under the caller's own scope.
 */
public final class Cursor {

    private static final int MAX_LENGTH = 2048;

    private Cursor() {}

    /** Encodes the keys by their {@code toString()}; order and number are the list's own matter. */
    public static String encode(Object... keys) {
        StringBuilder plain = new StringBuilder("1");
        for (Object key : keys) {
            String text = key.toString();
            plain.append(':').append(text.length()).append(':').append(text);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The keys in the order of {@link #encode}.
     *
     * @throws Problem INVALID_CURSOR when the text is not one of our cursors
     */
    public static List<String> decode(String cursor) {
        try {
            return parse(cursor);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | CharacterCodingException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    /**
     * The keys, of which there must be this many.
     *
     * @throws Problem INVALID_CURSOR otherwise
     */
    public static List<String> decode(String cursor, int keys) {
        List<String> found = decode(cursor);
        if (found.size() != keys) {
            throw new Problem(CommonProblem.INVALID_CURSOR);
        }
        return found;
    }

    private static List<String> parse(String cursor) throws CharacterCodingException {
        if (cursor.isEmpty() || cursor.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("length");
        }
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        String plain =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (plain.charAt(0) != '1') {
            throw new IllegalArgumentException("version");
        }
        List<String> keys = new ArrayList<>();
        int at = 1;
        while (at < plain.length()) {
            int colon = plain.indexOf(':', at + 1);
            if (plain.charAt(at) != ':' || colon < 0) {
                throw new IllegalArgumentException("shape");
            }
            int length = Integer.parseInt(plain, at + 1, colon, 10);
            keys.add(plain.substring(colon + 1, colon + 1 + length));
            at = colon + 1 + length;
        }
        return List.copyOf(keys);
    }
}
