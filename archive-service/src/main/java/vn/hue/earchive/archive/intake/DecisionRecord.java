package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.Acceptance;
import vn.hue.earchive.archive.custody.CustodyRecord;
import vn.hue.earchive.archive.custody.CustodyRecords;

/**
 * Writes down an acceptance for the stores, when every check has passed and before the package is
 * completed.
 */
@ApplicationScoped
class DecisionRecord {

    private final CustodyRecords records;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionRecord(CustodyRecords records, ObjectMapper json, Clock clock) {
        this.records = records;
        this.json = json;
        this.clock = clock;
    }

    /** The record of this moment, as JSON. */
    String of(DossierWork work, DossierReport report, String archivalFileCode) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return records.write(
                new CustodyRecord(
                        CustodyRecord.FORM,
                        at,
                        work.rows().told(),
                        work.agencyId(),
                        work.agencyCode(),
                        work.claim().submissionId(),
                        archivalFileCode,
                        work.dossier(),
                        formats(report),
                        tree(work.rows().intake()),
                        decided(
                                tree(work.rows().intakeDossier()),
                                new IntakeState.Accepted(at).code(),
                                report,
                                at),
                        work.rows().agency() == null ? null : tree(work.rows().agency())));
    }

    static Map<UUID, Acceptance.Format> formats(DossierReport report) {
        Map<UUID, Acceptance.Format> formats = new HashMap<>();
        report.formats()
                .forEach((fileId, format) ->
                        formats.put(
                                fileId, new Acceptance.Format(format.mediaType(), format.puid())));
        return formats;
    }

    /** The row as {@link IntakeDossier#accept} or {@code giveBack} leaves it. */
    JsonNode decided(JsonNode row, String state, DossierReport report, Instant at) {
        ObjectNode decided = (ObjectNode) row;
        decided.put("state", state);
        decided.put("decided_at", at.toString());
        decided.set("report", json.valueToTree(report));
        for (String emptied :
                new String[] {"manifest", "problem_code", "lease_token", "lease_until"}) {
            decided.putNull(emptied);
        }
        return decided;
    }

    JsonNode tree(@Nullable String row) {
        try {
            return json.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is JSON", e);
        }
    }
}
