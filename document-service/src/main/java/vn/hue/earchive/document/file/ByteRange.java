package vn.hue.earchive.document.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The part of a representation that a {@code Range} field asks for (RFC 9110, section 14).
 *
 * @param first offset of the first byte
 * @param length bytes; 0 only for an empty representation
 * @param partial false when the whole is answered
 */
record ByteRange(long first, long length, boolean partial) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * One range of bytes; several ranges, other units and anything unreadable give the whole, as
     * the RFC permits.
     *
     * @throws Problem RANGE_NOT_SATISFIABLE (416) when the range lies behind the end
     */
    static ByteRange of(@Nullable String field, long size) {
        Matcher matcher = ONE_RANGE.matcher(field == null ? "" : field.strip());
        if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new ByteRange(0, size, false);
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(matcher.group(2)), size);
            return satisfiable(suffix > 0, size - suffix, suffix, size);
        }
        long first = Long.parseLong(matcher.group(1));
        long last =
                matcher.group(2).isEmpty()
                        ? size - 1
                        : Math.min(Long.parseLong(matcher.group(2)), size - 1);
        if (!matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < first) {
            return new ByteRange(0, size, false);
        }
        return satisfiable(first < size, first, last - first + 1, size);
    }

    private static ByteRange satisfiable(boolean can, long first, long length, long size) {
        if (!can) {
            throw new Problem(CommonProblem.RANGE_NOT_SATISFIABLE, size);
        }
        return new ByteRange(first, length, true);
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
