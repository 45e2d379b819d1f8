package vn.hue.earchive.document.numbering;

import java.util.List;
import java.util.Map;

/**
 * Which series an outgoing document takes its number from (Decree 30/2020 Art 15): documents of
 * legal norms in one series per type; administrative ones as the head of the agency has decided;
 * secret ones apart from both.
 */
public final class OutgoingSeries {

    /** What the head decides for administrative documents. */
    public enum Mode {
        /** One series for all. */
        ONE,
        /** One series per document type. */
        PER_TYPE,
        /** Series for groups of types; the types outside every group share one. */
        GROUPS
    }

    private OutgoingSeries() {}

    /**
     * Key of the series, stable for ever: register lines carry it.
     *
     * @param groups key of the group → codes of document types
     */
    public static String keyOf(
            Mode mode, Map<String, List<String>> groups, String typeCode, boolean legalNormative) {
        if (legalNormative) {
            return "out:norm:" + typeCode;
        }
        return switch (mode) {
            case ONE -> "out:all";
            case PER_TYPE -> "out:type:" + typeCode;
            case GROUPS ->
                    groups.entrySet().stream()
                            .filter(group -> group.getValue().contains(typeCode))
                            .map(group -> "out:group:" + group.getKey())
                            .findFirst()
                            .orElse("out:others");
        };
    }

    /** Series of the state-secret stubs of one direction; nothing else is ever numbered in them. */
    public static String secret(boolean incoming) {
        return incoming ? "secret:in" : "secret:out";
    }

    /** As it is written: numbers below ten with a leading 0. */
    public static String written(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
