package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What operators are told about rebuilds. */
final class RebuildViews {

    private RebuildViews() {}

    /** One rebuild. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Rebuild", description = "Dựng lại cơ sở dữ liệu lưu trữ từ kho lưu trữ số")
    record Rebuild(
            UUID id,
            @Schema(enumeration = {"COMPARE", "RESTORE"}) String mode,
            @Schema(description = "Whether all events of what was found are sent again")
                    boolean republish,
            @Schema(enumeration = {"queued", "running", "succeeded", "partially", "cancelled"})
                    String status,
            @Schema(enumeration = {"PREPARE", "READ", "RESTORE", "COMPARE", "REPORT", "DONE"})
                    String stage,
            Progress progress,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            @Schema(description = "Objects that were found in the stores") long objects,
            @Schema(description = "Of them, packages of dossiers in custody") long packages,
            @Schema(description = "Of them, papers of the archive itself") long papers,
            @Schema(description = "Files of those packages") long files,
            @Schema(description = "Things that a person should look at; see findings")
                    long findings,
            @Schema(description = "By table, in the order in which they are written")
                    List<Table> tables,
            @Schema(description = "Code of what keeps it from going on") @Nullable String problem,
            @Schema(description = "OCFL object of the signed-off report in the archive stores")
                    @Nullable String reportObject,
            @Schema(description = "SHA-256 of the report") @Nullable String reportSha256) {}

    /** How far it is. */
    @Schema(name = "RebuildProgress")
    record Progress(
            @Schema(description = "First folders of the storage roots that are read") int done,
            @Schema(description = "4096") int total) {}

    /** One table, as the stores and as the database have it. */
    @Schema(name = "RebuiltTable")
    record Table(
            String name,
            @Schema(description = "Rows that follow from the stores") long stores,
            @Schema(description = "Rows in the database that the stores must know") long database,
            @Schema(description = "Equal in every compared column") long equal,
            long different,
            long onlyStores,
            long onlyDatabase,
            @Schema(description = "Rows that were missing and were written") long restored,
            @Schema(
                            description =
                                    "Sum of the SHA-256 of all rows as canonical JSON, modulo"
                                            + " 2^256, in hex")
                    String storesDigest,
            String databaseDigest) {}

    /** Something that a person should look at. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RebuildFinding")
    record Finding(
            UUID id,
            @Schema(
                            description =
                                    "UNREADABLE: no copy can be believed. DAMAGED_COPY: one copy is"
                                            + " bad, another was used. NO_RECORD: nothing tells whose it"
                                            + " is. TWICE: a second package of one dossier. REFUSED: the"
                                            + " record breaks a rule of the tables. The others: a row of"
                                            + " stores and database differs or is missing on one side.",
                            enumeration = {
                                "UNREADABLE",
                                "DAMAGED_COPY",
                                "NO_RECORD",
                                "TWICE",
                                "REFUSED",
                                "DIFFERENT",
                                "ONLY_IN_DATABASE",
                                "ONLY_IN_STORES"
                            })
                    String kind,
            @Schema(description = "Prefix in the stores, or table and key of a row") String place,
            @Nullable String store,
            String detail,
            Instant seenAt) {}
}
