package vn.hue.earchive.search.query;

import vn.hue.earchive.kit.problem.ProblemType;

/** Problems of searching alone; texts in {@code problems_*.properties}. */
enum SearchProblem implements ProblemType {
    /** The engine does not answer, or its index is being made. */
    SEARCH_UNAVAILABLE(503);

    private final int status;

    SearchProblem(int status) {
        this.status = status;
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
        return true;
    }
}
