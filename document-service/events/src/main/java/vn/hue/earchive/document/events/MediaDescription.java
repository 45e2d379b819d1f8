package vn.hue.earchive.document.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo, negative, sound or video recording, with the fields of EAD_pic and EAD_media (Circular
 * 05/2025 as domain.md 2.6 gives it). Fields of the other kind are absent.
 *
 * @param kind {@code NEGATIVE}, {@code PHOTO}, {@code AUDIO} or {@code VIDEO}
 * @param title imageTitle or movieTitle
 * @param author photographer or recorder
 * @param place photoPlace or recordPlace
 * @param takenOn photoTime or recordDate, legal date
 * @param colour {@code 01} colour, {@code 02} black and white; pictures only
 * @param filmSize pictures only
 * @param languages codes of the list language; recordings only
 * @param playTime {@code hh:mm:ss}; recordings only
 * @param quality recordings only
 * @param documentAttached a document explains the item
 * @param accessMode {@code 01} open, {@code 02} conditional
 * @param physicalCondition code of the list format
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaDescription(
        UUID itemId,
        String kind,
        @Nullable String archivesNumber,
        @Nullable String infoSign,
        @Nullable String eventName,
        String title,
        @Nullable String author,
        @Nullable String place,
        LocalDate takenOn,
        @Nullable String colour,
        @Nullable String filmSize,
        @Nullable List<String> languages,
        @Nullable String playTime,
        @Nullable String quality,
        boolean documentAttached,
        String accessMode,
        @Nullable String physicalCondition,
        @Nullable String description) {}
