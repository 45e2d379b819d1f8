package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merge patch (RFC 7396) of an open dossier: what is absent stays, what is null is removed where it
 * may be absent. The class describes the patch; {@link AmendDossier} reads it from the tree,
 * because absent and null differ.
 */
record DossierAmendment(
        @Nullable String title,
        @Nullable String accessMode,
        @Nullable List<String> languages,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String paperFileCode,
        @Nullable String maker,
        @Nullable String medium,
        @Nullable String paperStore,
        @Nullable String paperShelf,
        @Nullable String paperBox,
        @Nullable Integer sheetCount,
        @Nullable String physicalCondition) {}
