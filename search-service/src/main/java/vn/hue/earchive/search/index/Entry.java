package vn.hue.earchive.search.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the index, as it is written. Its version is the engine's external version: an older
 * one never replaces a newer one, whatever the order of arrival.
 *
 * @param version of the aggregate, from 1; of a holding see {@link HoldingOrder}
 * @param deleted a tombstone: found by nobody, but it keeps older versions from coming back
 * @param numbers keys of document numbers and codes, see {@code DocumentNumber}
 * @param passages of the files of a holding; null when no text was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        @JsonIgnore long version,
        String entryId,
        String kind,
        UUID agencyId,
        boolean deleted,
        @Nullable String accessMode,
        @Nullable String typeCode,
        @Nullable Covered covered,
        @Nullable LocalDate sortDate,
        Set<String> numbers,
        @Nullable Forms title,
        @Nullable Forms text,
        @Nullable List<Passage> passages,
        @Nullable Shown shown) {

    /** Something to be found by its description. */
    public static Entry of(
            EntryKind kind,
            UUID agencyId,
            Covered covered,
            Set<String> numbers,
            Forms text,
            Shown shown) {
        return new Entry(
                shown.version(),
                kind.entryId(shown.id()),
                kind.token(),
                agencyId,
                false,
                shown.accessMode(),
                shown.typeCode(),
                covered,
                shown.date(),
                numbers,
                Forms.of(shown.title()),
                text,
                null,
                shown);
    }

    /** The same under another version. */
    public Entry at(long version) {
        return saying(version, passages);
    }

    /**
     * The same, found by what its files say as well.
     *
     * @param version above that of the description alone, see {@link HoldingOrder}
     */
    public Entry saying(long version, @Nullable List<Passage> passages) {
        return new Entry(
                version,
                entryId,
                kind,
                agencyId,
                deleted,
                accessMode,
                typeCode,
                covered,
                sortDate,
                numbers,
                title,
                text,
                passages,
                shown);
    }

    /** What remains of an entry that must not be found any more. */
    public static Entry tombstone(EntryKind kind, UUID agencyId, UUID id, long version) {
        return new Entry(
                version,
                kind.entryId(id),
                kind.token(),
                agencyId,
                true,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null);
    }
}
