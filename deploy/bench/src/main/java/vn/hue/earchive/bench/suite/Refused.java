package vn.hue.earchive.bench.suite;

/** The suite answered with a problem where the bench expected success. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refused(String method, String path, int status, String body) {
        super(
                "%s %s was answered %d: %s"
                        .formatted(method, path, status, body.isBlank() ? "(empty)" : body));
    }
}
