package vn.hue.earchive.gateway.trace;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own step in a W3C trace (<a href="https://www.w3.org/TR/trace-context/">Trace
 * Context</a>, version 00). Hex digits are lower case; {@code flags} is passed on as it came.
 */
public record TraceContext(String traceId, String spanId, String flags) {

    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    private static final Pattern VERSION_00 =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final String KEY = TraceContext.class.getName();

    /**
     * Continues the caller's trace with a step of our own. A missing or malformed header begins a
     * new trace, as the specification asks.
     */
    public static TraceContext continuing(@Nullable String traceparent) {
        if (traceparent != null && traceparent.length() == 55) {
            Matcher matcher = VERSION_00.matcher(traceparent);
            if (matcher.matches()
                    && !matcher.group(1).equals(NO_TRACE)
                    && !matcher.group(2).equals(NO_SPAN)) {
                return new TraceContext(matcher.group(1), random(), matcher.group(3));
            }
        }
        return new TraceContext(random() + random(), random(), "01");
    }

    /**
     * The trace of this request; begins one where the request has been refused before it had one.
     */
    public static TraceContext of(RoutingContext context) {
        TraceContext known = context.get(KEY);
        if (known != null) {
            return known;
        }
        TraceContext begun = continuing(context.request().getHeader(TRACEPARENT));
        context.put(KEY, begun);
        return begun;
    }

    /** Value of the {@code traceparent} header for the next hop and for the answer. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String random() {
        long bits = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(bits == 0 ? 1 : bits);
    }
}
