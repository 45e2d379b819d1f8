package vn.hue.earchive.document.media;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.events.MediaDescription;

/** A photo or recording of a dossier. What was taken out keeps its row, because its bytes stay. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "media_item")
class MediaItem {

    @Id private UUID id;
    private UUID agencyId;
    private UUID dossierId;
    private int ordinal;

    @Enumerated(EnumType.STRING)
    private MediaKind kind;

    private @Nullable String archivesNumber;
    private @Nullable String infoSign;
    private @Nullable String eventName;
    private String title;
    private @Nullable String author;
    private @Nullable String place;
    private LocalDate takenOn;
    private @Nullable String colour;
    private @Nullable String filmSize;

    @Convert(converter = CodesConverter.class)
    private @Nullable List<String> languages;

    private @Nullable String playTime;
    private @Nullable String quality;
    private boolean documentAttached;
    private String accessMode;
    private @Nullable String physicalCondition;
    private @Nullable String description;
    private Instant addedAt;
    private String addedBy;
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected MediaItem() {}

    /** Where an item stands and who put it there. */
    record Place(UUID agencyId, UUID dossierId, int ordinal, Instant at, String by) {}

    MediaItem(UUID id, Place place, MediaKind kind, MediaItemRequest said, String accessMode) {
        this.id = id;
        this.agencyId = place.agencyId();
        this.dossierId = place.dossierId();
        this.ordinal = place.ordinal();
        this.kind = kind;
        this.archivesNumber = said.archivesNumber();
        this.infoSign = said.infoSign();
        this.eventName = said.eventName();
        this.title = said.title();
        this.author = said.author();
        this.place = said.place();
        this.takenOn = said.takenOn();
        this.colour = said.colour();
        this.filmSize = said.filmSize();
        this.languages = said.languages();
        this.playTime = said.playTime();
        this.quality = said.quality();
        this.documentAttached = Boolean.TRUE.equals(said.documentAttached());
        this.accessMode = accessMode;
        this.physicalCondition = said.physicalCondition();
        this.description = said.description();
        this.addedAt = place.at();
        this.addedBy = place.by();
    }

    void remove(Instant at) {
        removedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    int ordinal() {
        return ordinal;
    }

    boolean isThere() {
        return removedAt == null;
    }

    /** As the manifest of a submission describes it. */
    MediaDescription description() {
        return new MediaDescription(
                id,
                kind.name(),
                archivesNumber,
                infoSign,
                eventName,
                title,
                author,
                place,
                takenOn,
                colour,
                filmSize,
                languages,
                playTime,
                quality,
                documentAttached,
                accessMode,
                physicalCondition,
                description);
    }

    MediaItemView view(List<MediaFile> files) {
        return new MediaItemView(
                id,
                ordinal,
                kind.name(),
                kind.code(),
                archivesNumber,
                infoSign,
                eventName,
                title,
                author,
                place,
                takenOn,
                colour,
                filmSize,
                languages,
                playTime,
                quality,
                documentAttached,
                accessMode,
                physicalCondition,
                description,
                files.stream().map(MediaFile::view).toList(),
                addedAt,
                addedBy);
    }
}
