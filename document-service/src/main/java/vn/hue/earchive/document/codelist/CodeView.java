package vn.hue.earchive.document.codelist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A code with its meaning.
 *
 * @param abbreviation of a document type, Decree 30/2020 Annex III
 * @param source instrument that the code comes from
 */
record CodeView(
        String code,
        String labelVi,
        String labelEn,
        @Nullable String abbreviation,
        boolean active,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {}
