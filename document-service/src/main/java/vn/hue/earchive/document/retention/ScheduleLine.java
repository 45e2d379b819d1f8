package vn.hue.earchive.document.retention;

import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;

/** One line of a schedule in CSV, found good. */
record ScheduleLine(
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
        @Nullable String note) {

    String searchText() {
        return VietnameseText.fold(code + " " + title + " " + (caseText == null ? "" : caseText));
    }
}
