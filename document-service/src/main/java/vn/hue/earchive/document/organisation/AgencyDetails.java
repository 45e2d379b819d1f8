package vn.hue.earchive.document.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an agency.
 *
 * @param code e-identifier, Decision 20/2020/QD-TTg: {@code H57}, {@code H57.21}; up to 4 levels
 * @param provisional true while the code is not confirmed by the city's table
 * @param training true for an agency whose data is for training only; said once, when it is entered
 */
record AgencyDetails(
        @NotBlank @Size(max = 35) @Pattern(regexp = "[A-Z]\\d{1,3}(\\.\\d{1,3}){0,3}") String code,
        @NotBlank @Size(max = 200) String name,
        @Nullable UUID parentId,
        boolean provisional,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Boolean training) {

    boolean isTraining() {
        return Boolean.TRUE.equals(training);
    }
}
