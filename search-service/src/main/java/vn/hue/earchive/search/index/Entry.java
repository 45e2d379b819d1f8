package vn.hue.earchive.search.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the index, as it is written. Its version is the engine's external version: an older
 * one never replaces a newer one, whatever the order of arrival.
 *
 * @param version of the aggregate, from 1
 * @param deleted a tombstone: found by nobody, but it keeps older versions from coming back
 * @param numbers keys of document numbers and codes, see {@code DocumentNumber}
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
        @Nullable Shown shown) {

    /** Something to be found. */
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
                null);
    }
}
