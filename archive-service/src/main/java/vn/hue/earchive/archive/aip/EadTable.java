package vn.hue.earchive.archive.aip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field table of the Circular: the elements of one description in the order in which they are
 * written. A schema of the same name says the same to others.
 *
 * @param name for example {@code EAD_doc}, of the schema and of the descriptions that follow it
 */
record EadTable(String name, List<Field> fields) {

    static final String DATE =
            "((0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/[0-9]{4}|(0[1-9]|1[0-2])/[0-9]{4}|[0-9]{4})";
    static final String CODE_2 = "0[12]";
    static final String CODE_3 = "0[1-3]";
    static final String MAINTENANCE = "0[1-7]";
    static final String LANGUAGES = "(0[1-9]|1[01])(,(0[1-9]|1[01]))*";
    static final String FLAG = "[01]";

    /**
     * @param pattern null when only the length counts
     * @param maxLength UTF-16 units, because that is what Java schema validators count (XML Schema
     *     means characters, of which there are never more); 0 when the pattern decides
     */
    record Field(String name, boolean required, int maxLength, @Nullable Pattern pattern) {

        static Field required(String name, int maxLength) {
            return new Field(name, true, maxLength, null);
        }

        static Field required(String name, String pattern) {
            return new Field(name, true, 0, Pattern.compile(pattern));
        }

        static Field optional(String name, int maxLength) {
            return new Field(name, false, maxLength, null);
        }

        static Field optional(String name, String pattern) {
            return new Field(name, false, 0, Pattern.compile(pattern));
        }

        /** The rule that the value breaks, null when it breaks none. */
        FieldViolation.@Nullable Rule brokenBy(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                return required ? FieldViolation.Rule.MISSING : null;
            }
            if (pattern != null) {
                return pattern.matcher(value).matches() ? null : FieldViolation.Rule.WRONG_FORM;
            }
            return value.length() <= maxLength ? null : FieldViolation.Rule.TOO_LONG;
        }
    }

    /** Name of the schema file. */
    String schema() {
        return name + ".xsd";
    }

    /**
     * Every violation of a description, empty when there is none.
     *
     * @param docCode null for the dossier itself
     * @param values position by position
     */
    List<FieldViolation> check(@Nullable String docCode, List<@Nullable String> values) {
        List<FieldViolation> violations = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldViolation.Rule rule = fields.get(i).brokenBy(values.get(i));
            if (rule != null) {
                violations.add(new FieldViolation(docCode, fields.get(i).name(), rule));
            }
        }
        return violations;
    }

    /**
     * The description.
     *
     * @param values position by position
     * @param schemas relative path of the folder of schemas, with a slash at its end
     */
    byte[] xml(List<@Nullable String> values, String schemas) {
        Xml xml =
                new Xml()
                        .open(
                                "simpledc",
                                "xmlns:xsi",
                                "http://www.w3.org/2001/XMLSchema-instance",
                                "xsi:noNamespaceSchemaLocation",
                                schemas + schema());
        for (int i = 0; i < fields.size(); i++) {
            xml.leaf(fields.get(i).name(), values.get(i));
        }
        return xml.close().toBytes();
    }

    static List<@Nullable String> values(@Nullable String... values) {
        return Arrays.asList(values);
    }
}
