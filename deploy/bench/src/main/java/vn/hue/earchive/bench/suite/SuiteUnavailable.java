package vn.hue.earchive.bench.suite;

/** The suite does not run, or not all of it. The message says in a sentence what to do. */
public final class SuiteUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SuiteUnavailable(String message) {
        super(message);
    }
}
