package vn.hue.earchive.gateway.problem;

import java.util.Locale;

/**
 * Every refusal that the gateway itself can give. The name is the stable {@code code} of the
 * answer, {@link #type()} its stable type URI; texts stand in {@code
 * problems/gateway_*.properties}.
 */
public enum GatewayProblem {
    MALFORMED_REQUEST(400),
    UNAUTHENTICATED(401),
    INVALID_TOKEN(401),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    URL_TOO_LONG(414),
    TOO_MANY_REQUESTS(429, true),
    TOO_MANY_UPLOADS(429, true),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    SERVICE_BROKE_OFF(502, true),
    SERVICE_UNREACHABLE(503, true),
    IDENTITY_UNAVAILABLE(503, true),
    OVERLOADED(503, true);

    private final int status;
    private final boolean retryable;

    GatewayProblem(int status) {
        this(status, false);
    }

    GatewayProblem(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    public int status() {
        return status;
    }

    /** Whether the same request can succeed later without being changed. */
    public boolean retryable() {
        return retryable;
    }

    /** For example {@code urn:earchive:problem:too-many-requests}. */
    public String type() {
        return "urn:earchive:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
