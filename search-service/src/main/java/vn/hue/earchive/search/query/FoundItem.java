package vn.hue.earchive.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.search.index.EntryKind;
import vn.hue.earchive.search.index.Shown;

/** One entry of an answer: enough to choose from, the rest is behind {@code href}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FoundItem",
        requiredProperties = {
            "kind",
            "id",
            "href",
            "title",
            "date",
            "agencyCode",
            "accessMode",
            "version"
        })
record FoundItem(
        @Schema(enumeration = {"document", "dossier", "holding"}) String kind,
        UUID id,
        @Schema(description = "Path of the resource behind the gateway.") String href,
        String title,
        @Schema(description = "Number and notation of a document, code of a dossier or holding.")
                @Nullable String number,
        @Schema(description = "Date of issue of a document, first day covered by the others.")
                LocalDate date,
        @Schema(description = "Last day covered; absent for documents and open dossiers.")
                @Nullable LocalDate endDate,
        String agencyCode,
        @Nullable String agencyName,
        @Schema(description = "Document type of Circular 05/2025, documents only.")
                @Nullable String typeCode,
        @Nullable String issuerName,
        @Schema(description = "State of a dossier.") @Nullable String state,
        @Schema(
                        enumeration = {"01", "02"},
                        description = "01 open, 02 conditional.")
                String accessMode,
        @Schema(description = "Version of the resource that the entry was made from.") long version,
        @Schema(description = "Comparable within one answer only; absent when sorted by date.")
                @Nullable Double score,
        @Schema(
                        description =
                                "What the files of a holding say about it, where the caller may read"
                                        + " them; absent when nothing.")
                @Nullable List<Snippet> snippets) {

    static FoundItem of(
            EntryKind kind,
            Shown shown,
            String agencyCode,
            @Nullable String agencyName,
            @Nullable Double score,
            List<Snippet> snippets) {
        return new FoundItem(
                kind.token(),
                shown.id(),
                href(kind, shown),
                shown.title(),
                shown.number(),
                shown.date(),
                shown.endDate(),
                agencyCode,
                agencyName,
                shown.typeCode(),
                shown.issuerName(),
                shown.state(),
                shown.accessMode(),
                shown.version(),
                score,
                snippets.isEmpty() ? null : snippets);
    }

    private static String href(EntryKind kind, Shown shown) {
        String collection =
                switch (kind) {
                    case DOCUMENT ->
                            "OUTGOING".equals(shown.direction())
                                    ? "/v1/outgoing-documents/"
                                    : "/v1/incoming-documents/";
                    case DOSSIER -> "/v1/dossiers/";
                    case HOLDING -> "/v1/holdings/";
                };
        return collection + shown.id();
    }
}
