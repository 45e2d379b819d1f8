package vn.hue.earchive.archive.aip;

import org.jspecify.annotations.Nullable;

/**
 * A value that the field tables of the Circular do not allow.
 *
 * @param docCode document concerned, null for the dossier itself
 * @param field name as in EAD, for example {@code organName}
 */
public record FieldViolation(@Nullable String docCode, String field, Rule rule) {

    /** What is wrong with the value. */
    public enum Rule {
        MISSING,
        TOO_LONG,
        WRONG_FORM
    }
}
