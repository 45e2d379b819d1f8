package vn.hue.earchive.archive.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.hue.earchive.archive.events.AipReplicated;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.archive.events.DossierAccepted;
import vn.hue.earchive.archive.store.FileSlice;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.journal.Journal;

/**
 * Custody passes to the archive (D30 Art 30.3b): the holding with its files and copies, and the
 * facts {@code dossier.accepted.v1}, {@code aip.stored.v1} and, where the required copies exist
 * already, {@code aip.replicated.v1}. All in the caller's transaction, after the package is
 * durable.
 */
@ApplicationScoped
public class TakeCustody {

    private final EntityManager entities;
    private final Holdings holdings;
    private final CustodyVersions versions;
    private final KeptObjects kept;
    private final CopiesPolicy policy;
    private final Journal journal;
    private final ObjectMapper json;

    TakeCustody(
            EntityManager entities,
            Holdings holdings,
            CustodyVersions versions,
            KeptObjects kept,
            CopiesPolicy policy,
            Journal journal,
            ObjectMapper json) {
        this.entities = entities;
        this.holdings = holdings;
        this.versions = versions;
        this.kept = kept;
        this.policy = policy;
        this.journal = journal;
        this.json = json;
    }

    /** Whether the archive holds this dossier already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holds(UUID dossierId) {
        return holdings.findByIdOptional(dossierId).isPresent();
    }

    /** Takes the dossier into custody. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void accept(Acceptance acceptance, Instant at) {
        accept(acceptance, at, at);
    }

    /**
     * Like {@link #accept(Acceptance, Instant)}, as it was told of in the stores.
     *
     * @param replicatedAt when the required copies existed, if they do
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void accept(Acceptance acceptance, Instant at, Instant replicatedAt) {
        UUID dossierId = acceptance.dossier().description().dossierId();
        UUID agencyId = acceptance.agencyId();
        List<String> stores = acceptance.aip().stores();
        boolean enough = isEnough(acceptance.dossier().description().retention().code(), stores);
        int facts = enough ? 3 : 2;
        long first = versions.next(dossierId, agencyId, facts) - facts + 1;
        var holding = new Holding(acceptance, write(acceptance.dossier()), first, at);
        entities.persist(holding);
        persistFiles(holding, acceptance);
        journal.record(
                new DossierAccepted(
                        agencyId, dossierId, holding.version(), at, acceptance.submissionId()),
                "dossier.accept",
                "holding",
                Map.of("submissionId", acceptance.submissionId(), "aipId", holding.aipId()));

        holding.store(first + 1, at);
        journal.record(
                stored(holding, acceptance, at),
                "aip.store",
                "holding",
                Map.of(
                        "aipId", holding.aipId(),
                        "packSha256", holding.packSha256(),
                        "stores", stores));
        if (enough) {
            replicate(holding, stores, first + 2, replicatedAt);
        }

        entities.flush();
        kept.keep(
                new KeptObjects.Kept(
                        holding.aipId(),
                        agencyId,
                        dossierId,
                        holding.retentionCode(),
                        Integer.parseInt(holding.ocflVersion().substring(1)),
                        acceptance.aip().inventorySha256(),
                        holding.packSize()),
                stores,
                at);
    }

    /** Tells {@code aip.replicated.v1} when the required copies exist. */
    boolean replicateIfEnough(Holding holding, List<String> stores, Instant at) {
        if (!isEnough(holding.retentionCode(), stores)) {
            return false;
        }
        replicate(holding, stores, versions.next(holding.id(), holding.agencyId()), at);
        return true;
    }

    private boolean isEnough(String retentionCode, List<String> stores) {
        return stores.size() >= policy.required(retentionCode);
    }

    private void replicate(Holding holding, List<String> stores, long version, Instant at) {
        holding.replicate(version, at);
        journal.record(
                new AipReplicated(
                        holding.agencyId(),
                        holding.id(),
                        holding.version(),
                        at,
                        holding.submissionId(),
                        holding.aipId(),
                        stores),
                "aip.replicate",
                "holding",
                Map.of("aipId", holding.aipId(), "stores", stores));
    }

    private void persistFiles(Holding holding, Acceptance acceptance) {
        var files = new Files(holding, acceptance);
        acceptance
                .dossier()
                .documents()
                .forEach(document ->
                        files.persist(
                                document.docCode(),
                                document.description().accessMode(),
                                document.files()));
        acceptance
                .dossier()
                .media()
                .forEach(item ->
                        files.persist(
                                item.docCode(), item.description().accessMode(), item.files()));
    }

    /** The files of a holding with the places that they got in the package. */
    private final class Files {

        private final Holding holding;
        private final Map<UUID, Acceptance.Format> formats;
        private final Map<UUID, FileSlice> slices = new HashMap<>();

        Files(Holding holding, Acceptance acceptance) {
            this.holding = holding;
            this.formats = acceptance.formats();
            acceptance.aip().files().forEach(slice -> slices.put(slice.fileId(), slice));
        }

        void persist(String docCode, String accessMode, List<SubmissionManifest.File> files) {
            for (SubmissionManifest.File file : files) {
                UUID fileId = file.description().fileId();
                entities.persist(
                        new HoldingFile(
                                holding,
                                docCode,
                                accessMode,
                                file.description(),
                                Objects.requireNonNull(formats.get(fileId)),
                                Objects.requireNonNull(slices.get(fileId))));
            }
        }
    }

    private static AipStored stored(Holding holding, Acceptance acceptance, Instant at) {
        return new AipStored(
                holding.agencyId(),
                holding.id(),
                holding.version(),
                at,
                holding.submissionId(),
                holding.aipId(),
                holding.ocflVersion(),
                Described.holding(
                        holding.agencyCode(), holding.archivalFileCode(), acceptance.dossier()));
    }

    private String write(SubmissionManifest.Dossier dossier) {
        try {
            return json.writeValueAsString(dossier);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a description that was read can be written", e);
        }
    }
}
