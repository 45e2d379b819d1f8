package vn.hue.earchive.kit.problem;

/** Problems that every service answers alike. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST(400),
    UNKNOWN_PARAMETER(400),
    INVALID_PARAMETER(400),
    INVALID_CURSOR(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    IDEMPOTENCY_IN_FLIGHT(409, true),
    STALE_ETAG(412),
    CONTENT_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    VALIDATION_FAILED(422),
    UNKNOWN_PROPERTY(422),
    IDEMPOTENCY_KEY_REUSED(422),
    IF_MATCH_REQUIRED(428),
    TOO_MANY_REQUESTS(429, true),
    INTERNAL(500),
    STORE_UNAVAILABLE(503, true),
    DATABASE_UNAVAILABLE(503, true),
    BROKER_UNAVAILABLE(503, true),
    IDENTITY_PROVIDER_UNAVAILABLE(503, true),
    STORE_FULL(507, true);

    private final int status;
    private final boolean retryable;

    CommonProblem(int status) {
        this(status, false);
    }

    CommonProblem(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
