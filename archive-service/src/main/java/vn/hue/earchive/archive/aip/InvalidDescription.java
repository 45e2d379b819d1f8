package vn.hue.earchive.archive.aip;

import java.util.List;

/**
 * A description breaks the field tables; no package is made from it. See {@link BuildAip#check}.
 */
public final class InvalidDescription extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidDescription(List<FieldViolation> violations) {
        super(violations.size() + " fields break the tables: " + violations);
    }
}
