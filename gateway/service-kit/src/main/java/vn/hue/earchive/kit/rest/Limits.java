package vn.hue.earchive.kit.rest;

import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Bounds of lists. */
public final class Limits {

    public static final int DEFAULT_PAGE = 50;
    public static final int MAX_PAGE = 200;

    private Limits() {}

    /**
     * The page size to use: {@value #DEFAULT_PAGE} when absent.
     *
     * @throws Problem INVALID_PARAMETER (400) below 1 or above {@value #MAX_PAGE}
     */
    public static int page(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_PAGE;
        }
        if (limit < 1 || limit > MAX_PAGE) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "limit");
        }
        return limit;
    }
}
