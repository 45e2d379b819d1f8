package vn.hue.earchive.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer shows of an entry, as it was told; stored, not searched.
 *
 * @param number number and notation of a document, or the code of a dossier or holding
 * @param date date of issue of a document, first day that a dossier or holding covers
 * @param endDate last day that a dossier or holding covers; null for documents and open dossiers
 * @param direction {@code INCOMING} or {@code OUTGOING}, documents only
 * @param state of a dossier
 * @param version of the aggregate that the entry was made from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shown(
        UUID id,
        String title,
        @Nullable String number,
        LocalDate date,
        @Nullable LocalDate endDate,
        @Nullable String typeCode,
        @Nullable String issuerName,
        @Nullable String direction,
        @Nullable String state,
        String accessMode,
        long version) {

    /** What a fact leaves out is not guessed: without these it makes no entry. */
    public Shown {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(accessMode, "accessMode");
    }
}
