package vn.hue.earchive.kit.trace;

import java.util.Optional;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The trace that the current work belongs to. */
public final class Trace {

    static final String TRACEPARENT = "traceparent";
    static final String TRACE_ID = "traceId";

    private static final ScopedValue<Traceparent> HANDLED = ScopedValue.newInstance();

    private Trace() {}

    /** The trace of the request or event at hand; a new one when there is neither. */
    public static Traceparent current() {
        return find().orElseGet(Traceparent::start);
    }

    private static Optional<Traceparent> find() {
        if (HANDLED.isBound()) {
            return Optional.of(HANDLED.get());
        }
        // Quarkus keeps the MDC in the request's Vert.x context, so it follows to worker threads.
        Object header = MDC.get(TRACEPARENT);
        return Optional.ofNullable(Traceparent.parse(header == null ? null : header.toString()));
    }

    /** Continues the trace that an event carries; starts one when it carries none. */
    public static <T, X extends Throwable> T continuing(
            @Nullable String traceparent, ScopedValue.CallableOp<T, X> work) throws X {
        Traceparent incoming = Traceparent.parse(traceparent);
        Traceparent own = incoming == null ? Traceparent.start() : incoming.child();
        Object before = MDC.get(TRACE_ID);
        MDC.put(TRACE_ID, own.traceId());
        try {
            return ScopedValue.where(HANDLED, own).call(work);
        } finally {
            if (before == null) {
                MDC.remove(TRACE_ID);
            } else {
                MDC.put(TRACE_ID, before);
            }
        }
    }
}
