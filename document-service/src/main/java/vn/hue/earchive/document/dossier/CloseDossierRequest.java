package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a dossier; the body may be left out.
 *
 * @param endDate when the work ended; the date of the last document when absent
 */
record CloseDossierRequest(@Nullable LocalDate endDate) {}
