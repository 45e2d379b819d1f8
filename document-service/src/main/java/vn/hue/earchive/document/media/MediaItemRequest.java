package vn.hue.earchive.document.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo, negative, sound or video recording to put into a dossier.
 *
 * @param kind {@code NEGATIVE}, {@code PHOTO}, {@code AUDIO} or {@code VIDEO}
 * @param title imageTitle or movieTitle
 * @param author photographer or recorder
 * @param takenOn photoTime or recordDate
 * @param colour {@code 01} colour, {@code 02} black and white; pictures only
 * @param filmSize pictures only
 * @param languages recordings only; {@code 01} when absent
 * @param playTime {@code hh:mm:ss}; recordings only
 * @param quality recordings only
 * @param documentAttached a document explains the item
 * @param accessMode {@code 01} open (when absent) or {@code 02}
 * @param securityClass {@code NONE} (when absent); anything else is refused
 * @param uploads files in their order; may be absent in a dossier with paper
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MediaItemRequest(
        @NotBlank String kind,
        @Size(max = 50) @Nullable String archivesNumber,
        @Size(max = 30) @Nullable String infoSign,
        @Size(max = 500) @Nullable String eventName,
        @NotBlank @Size(max = 500) String title,
        @Size(max = 300) @Nullable String author,
        @Size(max = 300) @Nullable String place,
        @NotNull LocalDate takenOn,
        @Pattern(regexp = "0[12]") @Nullable String colour,
        @Size(max = 30) @Nullable String filmSize,
        @Size(max = 11) @Nullable List<@NotBlank String> languages,
        @Pattern(regexp = "\\d{2}:[0-5]\\d:[0-5]\\d") @Nullable String playTime,
        @Size(max = 50) @Nullable String quality,
        @Nullable Boolean documentAttached,
        @Nullable String accessMode,
        @Nullable String physicalCondition,
        @Nullable String securityClass,
        @Size(max = 2000) @Nullable String description,
        @Size(max = 20) @Nullable List<@NotNull UUID> uploads) {}
