package vn.hue.earchive.kit.problem;

/**
 * A kind of problem. Services implement it with an enum; its texts stand in the resource bundles
 * {@code problems_vi.properties} and {@code problems_en.properties} as {@code CODE.title}, {@code
 * CODE.detail} and {@code CODE.nextStep}.
 */
public interface ProblemType {

    /** Stable, upper snake case, for example {@code STALE_ETAG}. */
    String code();

    /** HTTP status. */
    int status();

    /** True when the same request may succeed later without a change. */
    default boolean retryable() {
        return false;
    }
}
