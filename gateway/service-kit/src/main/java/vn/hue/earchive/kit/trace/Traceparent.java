package vn.hue.earchive.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context, version 00: {@code 00-<32 hex trace id>-<16 hex parent id>-<2 hex flags>}.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param parentId 16 lower-case hex digits, not all zero
 * @param flags 2 lower-case hex digits
 */
public record Traceparent(String traceId, String parentId, String flags) {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** A new trace, not sampled. */
    public static Traceparent start() {
        return new Traceparent(hex(16), hex(8), "00");
    }

    /** Null when the header is absent or malformed: the specification says to start a new trace. */
    public static @Nullable Traceparent parse(@Nullable String header) {
        if (header == null || !FORM.matcher(header).matches()) {
            return null;
        }
        return new Traceparent(
                header.substring(3, 35), header.substring(36, 52), header.substring(53, 55));
    }

    /** The next hop of the same trace. */
    public Traceparent child() {
        return new Traceparent(traceId, hex(8), flags);
    }

    /** The header's value. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        // The all-zero id is the one that is not allowed.
        bytes[0] |= 1;
        return HexFormat.of().formatHex(bytes);
    }
}
