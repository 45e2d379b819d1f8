package vn.hue.earchive.archive.accession;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers are told about accessions. */
final class AccessionViews {

    private AccessionViews() {}

    /** A line of the register: what one submission has brought. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Accession", description = "What one submission (nộp lưu) has brought in")
    record Accession(
            UUID submissionId,
            @Schema(description = "User name of the submitter") @Nullable String submittedBy,
            Instant submittedAt,
            Instant receivedAt,
            @Schema(description = "When the first dossier of it was taken into custody")
                    Instant firstAcceptedAt,
            @Schema(description = "When the last one was") Instant lastAcceptedAt,
            @Schema(description = "Dossiers that were submitted; those returned are among them")
                    int submittedDossiers,
            @Schema(description = "What is in custody of it") Amounts accepted) {}

    /** The register of a year held against the journal. */
    @Schema(
            name = "AccessionCheck",
            description = "The accession register of a year against the journal of acts")
    record Check(
            int year,
            Instant checkedAt,
            boolean agrees,
            @Schema(description = "Computed from what the archive holds") Amounts register,
            @Schema(description = "Dossiers that the journal says were taken into custody")
                    long journalDossiers,
            @Schema(description = "Taken by the journal, not held: at most 100")
                    List<UUID> missingInRegister,
            @Schema(description = "Held, but the journal does not say since when: at most 100")
                    List<UUID> missingInJournal) {}

    /** Annual statistics. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "HoldingsStatistics",
            description =
                    "Annual statistics: 0808 what is held at the end of the year (now, in the"
                            + " current one), 0809 what came in, 0810 what was used")
    record Statistics(
            @Schema(enumeration = {"0808", "0809", "0810"}) String form,
            String title,
            int year,
            @Schema(description = "Counted anew with every request") Instant countedAt,
            @Schema(description = "0808 and 0809") @Nullable Amounts holdings,
            @Schema(description = "0810") @Nullable Use use,
            @Schema(description = "Each adds up to the total, but for people and dossiers of 0810")
                    List<Breakdown> breakdowns) {}

    /** How much was used. */
    @Schema(name = "HoldingsUse")
    record Use(
            @Schema(description = "Lượt khai thác: reads of content and exports") long times,
            @Schema(description = "Different dossiers") long dossiers,
            @Schema(description = "Different people or systems") long people) {}

    /** The total, divided once. */
    @Schema(name = "HoldingsBreakdown")
    record Breakdown(
            @Schema(
                            enumeration = {
                                "RETENTION",
                                "ACCESS_MODE",
                                "CONFIDENCE",
                                "ACQUIRED",
                                "KIND",
                                "MONTH"
                            })
                    String by,
            @Schema(description = "In Vietnamese") String label,
            List<Part> parts) {}

    /** One part of the total. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingsPart")
    record Part(
            String code,
            @Schema(description = "In Vietnamese") String label,
            @Nullable Amounts holdings,
            @Nullable Use use) {}
}
