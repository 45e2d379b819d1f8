package vn.hue.earchive.document.dossier;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The closing of a dossier; the body may be left out.
 *
 * @param endDate when the work ended; the date of the last document when absent
 * @param handOverKind which period of the law applies: {@code DIGITAL}, {@code CONSTRUCTION} or
 *     {@code PAPER}; DIGITAL when absent
 * @param settledOn day of the final settlement of construction works, from which their period runs
 */
record CloseDossierRequest(
        @Nullable LocalDate endDate,
        @Nullable @Pattern(regexp = "DIGITAL|CONSTRUCTION|PAPER") String handOverKind,
        @Nullable LocalDate settledOn) {}
