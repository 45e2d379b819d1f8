package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hue.earchive.archive.custody.PaperRecord;
import vn.hue.earchive.archive.events.DossierReturned;
import vn.hue.earchive.archive.store.AipConflict;
import vn.hue.earchive.archive.store.ArchiveObjects;
import vn.hue.earchive.archive.store.StoredObject;
import vn.hue.earchive.archive.store.VersionNote;

/**
 * A dossier that goes back leaves a paper in the stores before anybody is told: that it was
 * submitted, what was found, and when it was given back. Of its content nothing is kept.
 */
@ApplicationScoped
class ReturnPapers {

    private final ArchiveObjects objects;
    private final DecisionRecord decision;
    private final ObjectMapper json;
    private final Clock clock;

    ReturnPapers(ArchiveObjects objects, DecisionRecord decision, ObjectMapper json, Clock clock) {
        this.objects = objects;
        this.decision = decision;
        this.json = json;
        this.clock = clock;
    }

    /** The return as the stores have it. */
    record Returned(StoredObject paper, DossierReturned fact, DossierReport report) {}

    /**
     * Writes the paper, or finds the one that an earlier attempt has left: what it says stands.
     *
     * @throws vn.hue.earchive.kit.problem.Problem when no store takes it
     */
    Returned keep(DossierWork work, DossierReport report) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String objId = "urn:earchive:returned-dossier:" + work.packageId();
        try {
            PaperRecord record = record(work, report, at);
            StoredObject paper =
                    objects.write(
                            objId,
                            1,
                            VersionNote.ofAgency(
                                    "Return of dossier " + work.claim().dossierId(),
                                    work.agencyName(),
                                    work.agencyCode(),
                                    at),
                            Map.of(PaperRecord.FILE, write(record)));
            return new Returned(paper, Objects.requireNonNull(record.returned()), report);
        } catch (AipConflict e) {
            PaperRecord earlier = read(objects.read(objId, PaperRecord.FILE));
            return new Returned(
                    objects.find(objId).orElseThrow(),
                    Objects.requireNonNull(earlier.returned()),
                    report(earlier));
        }
    }

    private PaperRecord record(DossierWork work, DossierReport report, Instant at) {
        DossierWork.Rows known = work.rows();
        long version = known.told() + 1;
        Map<String, List<JsonNode>> rows = new HashMap<>();
        rows.put("intake", List.of(decision.tree(known.intake())));
        rows.put(
                "intake_dossier",
                List.of(
                        decision.decided(
                                decision.tree(known.intakeDossier()),
                                new IntakeState.Returned(at).code(),
                                report,
                                at)));
        if (known.agency() != null) {
            rows.put("agency", List.of(decision.tree(known.agency())));
        }
        rows.put(
                "custody_version",
                List.of(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("dossier_id", work.claim().dossierId().toString())
                                .put("agency_id", work.agencyId().toString())
                                .put("version", version)));
        return new PaperRecord(
                PaperRecord.FORM, work.agencyId(), at, rows, fact(work, report, version, at));
    }

    private static DossierReturned fact(
            DossierWork work, DossierReport report, long version, Instant at) {
        return new DossierReturned(
                work.agencyId(),
                work.claim().dossierId(),
                version,
                at,
                work.claim().submissionId(),
                report.findings().stream()
                        .filter(Finding::refuses)
                        .map(finding ->
                                new DossierReturned.Reason(
                                        finding.code().name(),
                                        finding.docCode(),
                                        FindingTexts.vietnamese(finding),
                                        FindingTexts.english(finding)))
                        .toList());
    }

    private DossierReport report(PaperRecord paper) {
        JsonNode row = Objects.requireNonNull(paper.rows().get("intake_dossier")).getFirst();
        return read(
                row.path("report").toString().getBytes(StandardCharsets.UTF_8),
                DossierReport.class);
    }

    private PaperRecord read(byte[] bytes) {
        return read(bytes, PaperRecord.class);
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(bytes);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a paper is JSON", e);
        }
    }

    private byte[] write(PaperRecord record) {
        try {
            return json.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }
}
