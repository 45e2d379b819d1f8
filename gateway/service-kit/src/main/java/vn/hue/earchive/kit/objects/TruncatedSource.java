package vn.hue.earchive.kit.objects;

import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The source broke off, or has another length than was announced; nothing was stored. To the caller
 * of the API it is a malformed request.
 */
public class TruncatedSource extends Problem {

    public TruncatedSource() {
        super(CommonProblem.MALFORMED_REQUEST);
    }
}
