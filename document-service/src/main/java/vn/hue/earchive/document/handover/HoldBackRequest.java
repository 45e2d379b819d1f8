package vn.hue.earchive.document.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The list of dossiers that a unit wants to keep.
 *
 * @param until last day, at most two years after each was due
 */
record HoldBackRequest(
        @NotEmpty @Size(max = 200) List<@NotNull UUID> dossierIds,
        @NotNull LocalDate until,
        @NotBlank @Size(max = 1000) String reason) {}
