package vn.hue.earchive.archive.use;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110 section 14).
 *
 * @param first position of the first byte
 * @param length bytes, at least 1
 */
record ByteRange(long first, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a {@code Range} header asks for. */
    sealed interface Asked {

        /** No range, several, or one that is not understood: the whole is sent. */
        record Whole() implements Asked {}

        /** One range that exists. */
        record Part(ByteRange range) implements Asked {}

        /** One range, none of which exists: 416. */
        record Unsatisfiable() implements Asked {}
    }

    static Asked of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return new Asked.Whole();
        }
        Optional<Long> from = number(range.group(1));
        Optional<Long> to = number(range.group(2));
        if (from.isEmpty() && to.isEmpty()) {
            return new Asked.Whole();
        }
        if (from.isEmpty()) {
            long suffix = Math.min(to.get(), size);
            return suffix == 0
                    ? new Asked.Unsatisfiable()
                    : new Asked.Part(new ByteRange(size - suffix, suffix));
        }
        long first = from.get();
        if (to.isPresent() && to.get() < first) {
            return new Asked.Whole();
        }
        if (first >= size) {
            return new Asked.Unsatisfiable();
        }
        long last = Math.min(to.orElse(Long.MAX_VALUE), size - 1);
        return new Asked.Part(new ByteRange(first, last - first + 1));
    }

    /** Value of {@code Content-Range}. */
    String header(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
    }
}
