package vn.hue.earchive.kit.inbox;

import vn.hue.earchive.kit.problem.ProblemType;

/** Why an operator's wish about a parked event was not met. */
public enum ParkedEventProblem implements ProblemType {
    PARKED_EVENT_SETTLED,
    PARKED_EVENT_STILL_FAILS;

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return 409;
    }
}
