package vn.hue.earchive.kit.objects;

import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** There is no object with this key. The caller of the API would see 404. */
public class ObjectMissing extends Problem {

    private final String key;

    public ObjectMissing(String key) {
        super(CommonProblem.NOT_FOUND);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
