package vn.hue.earchive.document.retention;

import org.jspecify.annotations.Nullable;

/** A period in one word, as mappings and reports show it: {@code PERMANENT}, {@code 20Y}. */
final class Period {

    private Period() {}

    static String code(String kind, @Nullable Integer years, String countedFrom) {
        String length = kind.equals("YEARS") ? years + "Y" : kind;
        return countedFrom.equals(FixedRetention.END_OF_WORK_YEAR)
                ? length
                : length + "@" + countedFrom;
    }
}
