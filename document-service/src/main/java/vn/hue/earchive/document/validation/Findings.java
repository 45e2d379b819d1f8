package vn.hue.earchive.document.validation;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.problem.ProblemType;
import vn.hue.earchive.kit.problem.Violation;

/** Findings in one request, in the order in which they were made. */
public final class Findings {

    /** Enough to mend a file by; a broken one would give a finding per line. */
    private static final int MAX_FINDINGS = 100;

    private final Locale language;
    private final List<Violation> found = new ArrayList<>();

    Findings(Locale language) {
        this.language = language;
    }

    /**
     * @param pointer JSON pointer into the body, or the name of a parameter
     * @param code upper snake case; its text stands in the bundle {@code violations}
     * @param args what the text names as {0}, {1} …
     */
    public Findings add(String pointer, String code, Object... args) {
        if (found.size() < MAX_FINDINGS) {
            found.add(new Violation(pointer, code, text(language, code, args)));
        }
        return this;
    }

    public Findings addUnless(boolean good, String pointer, String code, Object... args) {
        return good ? this : add(pointer, code, args);
    }

    /**
     * @throws Problem VALIDATION_FAILED with everything found, when anything was
     */
    public void raise() {
        raise(CommonProblem.VALIDATION_FAILED);
    }

    /**
     * @throws Problem of this type with everything found, when anything was
     */
    public void raise(ProblemType type, Object... args) {
        if (!found.isEmpty()) {
            throw new Problem(type, args).withViolations(found);
        }
    }

    /** How many findings there are so far. */
    public int count() {
        return found.size();
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The text of a code in one language, for items that carry both. */
    public static String text(Locale language, String code, Object... args) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "violations",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(code), language).format(args);
    }
}
