package vn.hue.earchive.archive.stores;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What operators are told about the archive stores. */
final class StoreViews {

    private StoreViews() {}

    /** The configured stores. */
    @Schema(name = "ArchiveStores")
    record Stores(List<Store> items) {}

    /** One store. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ArchiveStore", description = "Kho lưu trữ số: one archive store")
    record Store(
            String name,
            @Schema(description = "Whether it answered this instance last") boolean reachable,
            @Schema(description = "Absent while it has never answered")
                    @Nullable Capabilities capabilities,
            @Nullable Instant lookedAt,
            @Schema(description = "Copies that it should hold") long copies,
            @Schema(description = "Of them, not made yet") long missing,
            @Schema(description = "Of them, found wrong or gone") long bad,
            @Schema(description = "When it was found empty last") @Nullable Instant lostAt,
            @Nullable Comparison lastComparison) {}

    /** What a store can do. */
    @Schema(name = "ArchiveStoreCapabilities")
    record Capabilities(
            @Schema(description = "If-None-Match is honoured: of several writers one wins")
                    boolean conditionalPut,
            @Schema(description = "The bucket keeps what is overwritten or deleted")
                    boolean versioning,
            @Schema(description = "The bucket can refuse to delete") boolean objectLock) {}

    /** A store compared with what the archive answers for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoreComparison")
    record Comparison(
            UUID id,
            String store,
            @Schema(enumeration = {"RUNNING", "DONE"}) String state,
            @Schema(description = "Part of the store that is compared, 0 to 100") int percent,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Schema(description = "Objects that lie in the store") long objects,
            long files,
            long bytes,
            @Schema(description = "Noted as good, and not there; checked and repaired at once")
                    long missing,
            @Schema(description = "Names or sizes differ; checked and repaired at once")
                    long changed,
            @Schema(description = "There, and noted by nobody") long untracked,
            @Schema(description = "Code of what keeps it from going on")
                    @Nullable String problem) {}

    /** A difference between a store and what the archive answers for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoreDifference")
    record Difference(
            UUID id,
            @Schema(enumeration = {"MISSING", "CHANGED", "UNTRACKED"}) String kind,
            @Schema(description = "Prefix of the object, or key of a file outside of any")
                    String place,
            @Schema(description = "OCFL object id; absent for what nobody has noted")
                    @Nullable String objectId,
            int files,
            long bytes,
            Instant seenAt) {}
}
