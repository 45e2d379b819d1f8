package vn.hue.earchive.document.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * One line of a schedule in CSV, found good.
 *
 * @param replaces codes of the version before that this line takes the place of; empty: its own
 *     code, if that was there
 */
record ScheduleLine(
        int number,
        String code,
        String groupCode,
        String groupTitleVi,
        @Nullable String groupTitleEn,
        String title,
        @Nullable String caseText,
        String periodKind,
        @Nullable Integer years,
        String maintenanceCode,
        String countedFrom,
        String legalBasis,
        @Nullable String basisStatus,
        String certainty,
        @Nullable String note,
        List<String> replaces) {

    String searchText() {
        return VietnameseText.fold(code + " " + title + " " + (caseText == null ? "" : caseText));
    }

    String period() {
        return Period.code(periodKind, years, countedFrom);
    }
}
