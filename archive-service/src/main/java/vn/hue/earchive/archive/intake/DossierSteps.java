package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.Acceptance;
import vn.hue.earchive.archive.custody.CustodyRecord;
import vn.hue.earchive.archive.custody.CustodyRecords;
import vn.hue.earchive.archive.custody.CustodyVersions;
import vn.hue.earchive.archive.custody.KeptObjects;
import vn.hue.earchive.archive.custody.TakeCustody;
import vn.hue.earchive.archive.events.DossierReturned;
import vn.hue.earchive.archive.store.StoredAip;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.journal.Journal;

/**
 * The transactions of the work on one dossier. Each locks the dossier's row and demands the lease,
 * so that a worker that was overtaken changes nothing.
 */
@ApplicationScoped
class DossierSteps {

    private final EntityManager entities;
    private final TakeCustody custody;
    private final CustodyVersions versions;
    private final CustodyRecords records;
    private final KeptObjects kept;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;

    DossierSteps(
            EntityManager entities,
            TakeCustody custody,
            CustodyVersions versions,
            CustodyRecords records,
            KeptObjects kept,
            Journal journal,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.custody = custody;
        this.versions = versions;
        this.records = records;
        this.kept = kept;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** The submission whose manifest has to be read first, or empty when that was done. */
    @Transactional
    Optional<Intake> manifestToRead(IntakeQueue.Claim claim) {
        IntakeDossier dossier = require(claim);
        return dossier.manifest() == null
                ? Optional.of(entities.find(Intake.class, dossier.submissionId()))
                : Optional.empty();
    }

    /**
     * Lays the parts of a verified manifest beside the dossiers they describe, for all of the
     * submission at once, so that it is read once.
     *
     * @throws ManifestRefused when it lacks a dossier that was submitted
     */
    @Transactional
    void unpack(IntakeQueue.Claim claim, SubmissionManifest manifest) {
        Map<UUID, SubmissionManifest.Dossier> byId = new HashMap<>();
        for (SubmissionManifest.Dossier dossier : manifest.dossiers()) {
            @Nullable Object description = dossier.description();
            if (description != null) {
                byId.put(dossier.description().dossierId(), dossier);
            }
        }
        entities.find(Intake.class, claim.submissionId(), LockModeType.PESSIMISTIC_WRITE)
                .verified(manifest);
        List<IntakeDossier> waiting =
                entities.createQuery(
                                "from IntakeDossier where submissionId = :submission and manifest is null"
                                        + " and decidedAt is null order by id",
                                IntakeDossier.class)
                        .setParameter("submission", claim.submissionId())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        for (IntakeDossier dossier : waiting) {
            SubmissionManifest.Dossier described = byId.get(dossier.dossierId());
            if (described == null) {
                if (dossier.dossierId().equals(claim.dossierId())) {
                    throw new ManifestRefused(ManifestRefused.Reason.MANIFEST_DIFFERS);
                }
                continue;
            }
            dossier.describe(
                    described.description().fileCode(),
                    described.description().title(),
                    write(described));
        }
    }

    /** Reads what the work needs. */
    @Transactional
    DossierWork load(IntakeQueue.Claim claim) {
        IntakeDossier dossier = require(claim);
        Intake intake = entities.find(Intake.class, dossier.submissionId());
        String report = dossier.report();
        return new DossierWork(
                claim,
                dossier.agencyId(),
                Objects.requireNonNull(intake.agencyCode()),
                Objects.requireNonNull(intake.agencyName()),
                intake.submittedAt(),
                read(Objects.requireNonNull(dossier.manifest()), SubmissionManifest.Dossier.class),
                dossier.id(),
                dossier.aipCreatedAt(),
                custody.holds(dossier.dossierId()),
                rows(dossier),
                report == null ? null : read(report, DossierReport.class));
    }

    private DossierWork.Rows rows(IntakeDossier dossier) {
        return new DossierWork.Rows(
                Objects.requireNonNull(
                        row(
                                "SELECT CAST(to_jsonb(r) AS text) FROM intake r WHERE submission_id = :id",
                                dossier.submissionId())),
                Objects.requireNonNull(
                        row(
                                "SELECT CAST(to_jsonb(r) - 'manifest' - 'report' AS text)"
                                        + " FROM intake_dossier r WHERE id = :id",
                                dossier.id())),
                row(
                        "SELECT CAST(to_jsonb(r) AS text) FROM agency r WHERE agency_id = :id",
                        dossier.agencyId()),
                versions.told(dossier.dossierId()));
    }

    private @Nullable String row(String query, UUID id) {
        List<?> rows =
                entities.createNativeQuery(query, String.class)
                        .setParameter("id", id)
                        .getResultList();
        return rows.isEmpty() ? null : (String) rows.getFirst();
    }

    /** Keeps the report of a dossier that passed, before its package is completed in a store. */
    @Transactional
    void passed(IntakeQueue.Claim claim, DossierReport report) {
        require(claim).report(write(report));
    }

    /** Custody passes; commits together with everything that says so. */
    @Transactional
    void accept(DossierWork work, DossierReport report, StoredAip aip, String archivalFileCode) {
        // The stores and the database say the same, whichever attempt the stores have.
        Instant at =
                Optional.ofNullable(aip.custody())
                        .flatMap(records::read)
                        .map(CustodyRecord::acceptedAt)
                        .orElseGet(this::now);
        IntakeDossier dossier = require(work.claim());
        dossier.report(write(report));
        dossier.accept(at);
        custody.accept(
                new Acceptance(
                        work.agencyId(),
                        work.agencyCode(),
                        work.claim().submissionId(),
                        work.dossier(),
                        archivalFileCode,
                        aip,
                        DecisionRecord.formats(report)),
                at);
    }

    /** The dossier goes back with every reason. */
    @Transactional
    void giveBack(DossierWork work, ReturnPapers.Returned returned) {
        DossierReturned told = returned.fact();
        IntakeDossier dossier = require(work.claim());
        dossier.report(write(returned.report()));
        dossier.giveBack(told.occurredAt());
        DossierReturned fact =
                new DossierReturned(
                        told.agencyId(),
                        told.holdingId(),
                        versions.next(told.holdingId(), told.agencyId()),
                        told.occurredAt(),
                        told.submissionId(),
                        told.reasons());
        journal.record(
                fact,
                "dossier.return",
                "holding",
                Map.of(
                        "submissionId", fact.submissionId(),
                        "codes",
                                fact.reasons().stream()
                                        .map(DossierReturned.Reason::code)
                                        .distinct()
                                        .toList()));
        entities.flush();
        kept.keepPaper(fact.agencyId(), returned.paper(), fact.occurredAt());
    }

    private IntakeDossier require(IntakeQueue.Claim claim) {
        IntakeDossier dossier =
                entities.find(
                        IntakeDossier.class,
                        claim.intakeDossierId(),
                        LockModeType.PESSIMISTIC_WRITE);
        dossier.requireLease(claim.lease());
        return dossier;
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is not " + type.getSimpleName(), e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
