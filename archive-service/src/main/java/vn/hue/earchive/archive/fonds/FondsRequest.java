package vn.hue.earchive.archive.fonds;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What archivists say of a fonds; lengths as in domain.md 2.2. */
@Schema(name = "FondsDescription")
record FondsRequest(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 20000) @Nullable String administrativeHistory,
        @Size(max = 20000) @Nullable String classificationScheme,
        @NotEmpty @Size(max = 11) List<@NotNull @Pattern(regexp = "0[1-9]|1[01]") String> languages,
        @NotNull Boolean backupRegime,
        @Size(max = 50) @Nullable String findingAids,
        @Size(max = 1000) @Nullable String description) {}
