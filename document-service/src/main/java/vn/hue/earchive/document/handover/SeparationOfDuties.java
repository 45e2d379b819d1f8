package vn.hue.earchive.document.handover;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Which act a person may not do after another on the same matter. A right of a role is not enough:
 * who hands over does not confirm the receipt, who asks does not consent (domain reference 4.5,
 * user story 27). People are told apart by the subject of their token, never by name.
 */
public final class SeparationOfDuties {

    /** Acts on one hand-over, or on one request to hold back. */
    public enum Act {
        SUBMIT,
        CONFIRM_DELIVERY,
        CONFIRM_RECEIPT,
        REQUEST_HOLD_BACK,
        DECIDE_HOLD_BACK
    }

    /** Act → acts after which the same person may not do it. */
    private static final Map<Act, Set<Act>> FORBIDDEN_AFTER =
            Map.of(
                    Act.SUBMIT, Set.of(),
                    Act.CONFIRM_DELIVERY, Set.of(Act.CONFIRM_RECEIPT),
                    Act.CONFIRM_RECEIPT, Set.of(Act.SUBMIT, Act.CONFIRM_DELIVERY),
                    Act.REQUEST_HOLD_BACK, Set.of(),
                    Act.DECIDE_HOLD_BACK, Set.of(Act.REQUEST_HOLD_BACK));

    private SeparationOfDuties() {}

    /** The earlier act of the same person that stands in the way. */
    public static Optional<Act> obstacle(Act act, String subject, Map<Act, String> done) {
        return FORBIDDEN_AFTER.getOrDefault(act, Set.of()).stream()
                .filter(earlier -> subject.equals(done.get(earlier)))
                .sorted()
                .findFirst();
    }

    /**
     * @param done act → subject of the person who did it
     * @throws Problem DUTIES_NOT_SEPARATED
     */
    public static void demand(Act act, String subject, Map<Act, String> done) {
        obstacle(act, subject, done)
                .ifPresent(earlier -> {
                    throw new Problem(
                            DocumentProblem.DUTIES_NOT_SEPARATED, act.name(), earlier.name());
                });
    }
}
