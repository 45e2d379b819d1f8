package vn.hue.earchive.kit.problem;

import java.util.List;

/**
 * A refusal or failure that the caller is told about. Rolls the transaction back. The texts are
 * made by the mapper in the language of the request; this carries the meaning only.
 */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient Object[] args;
    private transient List<Violation> violations = List.of();

    /**
     * @param args what the texts name as {0}, {1} …; never content, tokens or internals
     */
    public Problem(ProblemType type, Object... args) {
        super(type.code());
        this.type = type;
        this.args = args.clone();
    }

    public Problem withViolations(List<Violation> found) {
        violations = List.copyOf(found);
        return this;
    }

    /** Keeps the cause for the log; the caller never sees it. */
    public Problem causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Object[] args() {
        return args.clone();
    }

    public List<Violation> violations() {
        return violations;
    }
}
