package vn.hue.earchive.document.training;

import jakarta.validation.constraints.NotBlank;

/**
 * Everything that trainees have made is to go.
 *
 * @param agencyCode the agency's own code, typed by the person, so that nobody does it by mistake
 */
record TrainingResetRequest(@NotBlank String agencyCode) {}
