package vn.hue.earchive.archive.fixity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers are told about the checks of the copies. */
final class FixityViews {

    private FixityViews() {}

    /** How far the checks are. */
    @Schema(name = "FixityProgress", description = "Kiểm tra tính toàn vẹn: how far the checks are")
    record Progress(
            Instant asOf,
            @Schema(
                            description =
                                    "AGENCY: the caller's agency; ALL: every agency (operators)",
                            enumeration = {"AGENCY", "ALL"})
                    String scope,
            @Schema(description = "Days in which every copy is checked") long cycleDays,
            List<StoreProgress> stores,
            Unsettled unsettled) {}

    /** The copies in one store. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FixityStoreProgress")
    record StoreProgress(
            String store,
            @Schema(description = "Copies that should exist") long copies,
            long good,
            @Schema(description = "Not made yet") long missing,
            @Schema(description = "Found wrong or gone, not repaired yet") long bad,
            @Schema(description = "Written and verified, not checked since") long neverChecked,
            @Schema(description = "Checked within the last cycle") long checkedInCycle,
            @Schema(description = "Absent while nothing was checked") @Nullable Instant oldestCheck,
            @Schema(description = "Since midnight in Viet Nam") Work today) {}

    /** What was done in a period. */
    @Schema(name = "FixityWork")
    record Work(long checks, long files, long bytes, long found, long repaired, long setAside) {}

    /** Findings that are not settled. */
    @Schema(name = "FixityUnsettled")
    record Unsettled(
            @Schema(description = "To be repaired") long open,
            @Schema(description = "No store has the right bytes; nothing was touched")
                    long unrepairable,
            @Schema(description = "A person decides") long left) {}

    /** A defect that a check found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FixityFinding", description = "Sai lệch: what is or was wrong with a file")
    record Finding(
            UUID id,
            UUID agencyId,
            @Schema(description = "Absent for papers of the archive itself")
                    @Nullable UUID holdingId,
            @Schema(description = "OCFL object id") String objectId,
            String store,
            @Schema(description = "Relative to the object; empty when the whole object was missing")
                    String path,
            @Schema(enumeration = {"MISSING", "CHANGED", "UNTRACKED"}) String kind,
            @Schema(
                            enumeration = {
                                "OPEN",
                                "REPAIRED",
                                "SET_ASIDE",
                                "UNREPAIRABLE",
                                "LEFT",
                                "GONE"
                            },
                            description =
                                    "OPEN to be repaired; REPAIRED; SET_ASIDE moved out of the"
                                            + " object and kept; UNREPAIRABLE no store has the right"
                                            + " bytes, nothing was touched; LEFT a person decides;"
                                            + " GONE a later check found it right")
                    String state,
            @Nullable String expectedSha256,
            @Nullable String foundSha256,
            @Nullable Long foundSize,
            Instant foundAt,
            @Nullable Instant settledAt,
            @Schema(description = "Store whose verified bytes it was repaired with")
                    @Nullable String source,
            @Schema(description = "Only in the answer for one finding")
                    @Nullable List<Step> history) {}

    /** A step in the history of a finding. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FixityStep")
    record Step(Instant at, String state, @Nullable String source) {}

    /** What was checked for one agency in one year. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "FixityCertificate",
            description = "Chứng nhận kiểm tra: what was checked for an agency in a year")
    record Certificate(
            UUID agencyId,
            @Nullable String agencyCode,
            @Nullable String agencyName,
            int year,
            LocalDate from,
            @Schema(description = "Last day of the year, or today in the current one") LocalDate to,
            @Schema(description = "False while the year lasts") boolean complete,
            @Schema(description = "Objects that the archive answers for now") long objects,
            @Schema(description = "Copies that should exist now") long copies,
            @Schema(description = "Of them, checked since the first day") long copiesChecked,
            Work total,
            List<StoreWork> stores,
            @Schema(description = "Found in the year and not settled now") Unsettled unsettled,
            Instant issuedAt) {}

    /** What was done in one store. */
    @Schema(name = "FixityStoreWork")
    record StoreWork(String store, Work work) {}

    /** A round over all copies. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FixityRound", description = "Every copy is checked once more, now")
    record Round(
            UUID id,
            Instant requestedAt,
            @Schema(description = "Absent for all stores") @Nullable String store,
            @Schema(enumeration = {"RUNNING", "DONE"}) String state,
            @Schema(description = "Copies in the round") long copies,
            @Schema(description = "Of them, checked since it was asked for") long checked,
            @Schema(description = "Found by the round and the checks beside it") long found) {}
}
