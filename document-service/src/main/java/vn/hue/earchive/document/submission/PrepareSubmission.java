package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.dossier.ElectronicHandOver;
import vn.hue.earchive.document.dossier.FileCodes;
import vn.hue.earchive.document.dossier.Filing;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.StoreUpload;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Writes what a submission hands over before the submission exists: a processing trace for each
 * born-digital document and the manifest. No transaction is open while the objects are written;
 * they expire like uploads when the submission does not come about.
 */
@ApplicationScoped
class PrepareSubmission {

    private static final String BORN_DIGITAL = "01";

    private final Reader reader;
    private final StoreUpload store;
    private final ObjectStore bucket;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    PrepareSubmission(
            Reader reader,
            StoreUpload store,
            @WorkingBucket ObjectStore bucket,
            ObjectMapper json,
            CurrentCaller caller,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.bucket = bucket;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A submission that only needs its transaction.
     *
     * @param versions of the dossiers as they stand in the manifest
     */
    record Prepared(
            UUID submissionId,
            Instant at,
            Map<UUID, Long> versions,
            List<ProcessTrace> traces,
            Upload manifest) {}

    Prepared prepare(@Nullable SubmitDossiersRequest request) {
        Caller by = caller.get();
        UUID submissionId = Ids.next();
        Instant at = clock.instant();
        Batch batch = reader.read(request, by);
        List<ProcessTrace> traces = new ArrayList<>();
        List<SubmissionManifest.Dossier> dossiers = new ArrayList<>();
        Map<UUID, Long> versions = new HashMap<>();
        for (Batch.Item item : batch.items()) {
            versions.put(item.dossier().id(), item.dossier().version());
            List<SubmissionManifest.Document> documents = new ArrayList<>();
            for (Batch.Doc doc : item.documents()) {
                documents.add(document(item.dossier(), doc, submissionId, by, traces));
            }
            dossiers.add(
                    new SubmissionManifest.Dossier(
                            item.dossier().submittedDescription(), documents));
        }
        SubmissionManifest manifest =
                new SubmissionManifest(
                        submissionId,
                        by.agencyId(),
                        batch.agency().code(),
                        batch.agency().name(),
                        by.username(),
                        at,
                        dossiers);
        Upload stored =
                store.stageOnce(
                        submissionId + ".manifest.json", "application/json", write(manifest));
        return new Prepared(submissionId, at, versions, traces, stored);
    }

    private SubmissionManifest.Document document(
            Dossier dossier, Batch.Doc doc, UUID submissionId, Caller by, List<ProcessTrace> all) {
        String docCode = FileCodes.docCode(dossier.fileCode(), doc.ordinal());
        List<SubmissionManifest.File> files = new ArrayList<>();
        doc.files().forEach(f -> files.add(f.inManifest(bucket.bucket())));
        if (doc.document().confidenceLevel().equals(BORN_DIGITAL)) {
            byte[] text = ProcessTraceText.of(docCode, doc.number(), doc.steps());
            Upload staged = store.stageOnce(docCode + ".process.txt", "text/plain", text);
            ProcessTrace trace =
                    new ProcessTrace(
                            by.agencyId(), submissionId, dossier.id(), doc.document().id(), staged);
            all.add(trace);
            files.add(trace.inManifest(bucket.bucket()));
        }
        return new SubmissionManifest.Document(
                doc.ordinal(),
                FileCodes.docId(dossier.fileCode(), doc.ordinal(), doc.document().id()),
                docCode,
                doc.document().description(doc.files()),
                files);
    }

    private byte[] write(SubmissionManifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be handed over, as it was read. */
    record Batch(Agencies.Identity agency, List<Item> items) {

        record Item(Dossier dossier, List<Doc> documents) {}

        record Doc(
                int ordinal,
                RegisteredDocument document,
                List<DocumentFile> files,
                List<TraceStep> steps) {
            String number() {
                return document.number() + "/" + document.notation();
            }
        }
    }

    /** Reads the batch in one transaction. */
    @ApplicationScoped
    static class Reader {

        private final Dossiers dossiers;
        private final RegisteredDocuments documents;
        private final DocumentFiles files;
        private final Submissions submissions;
        private final Agencies agencies;
        private final ElectronicHandOver electronic;
        private final Validation validation;

        Reader(
                Dossiers dossiers,
                RegisteredDocuments documents,
                DocumentFiles files,
                Submissions submissions,
                Agencies agencies,
                ElectronicHandOver electronic,
                Validation validation) {
            this.dossiers = dossiers;
            this.documents = documents;
            this.files = files;
            this.submissions = submissions;
            this.agencies = agencies;
            this.electronic = electronic;
            this.validation = validation;
        }

        @Transactional
        Batch read(@Nullable SubmitDossiersRequest given, Caller by) {
            Findings findings = validation.of(given);
            findings.raise();
            List<UUID> ids = Objects.requireNonNull(given).dossierIds();
            findings.addUnless(
                    ids.stream().distinct().count() == ids.size(),
                    "/dossierIds",
                    "SAME_DOSSIER_TWICE");
            Map<UUID, Dossier> known = new HashMap<>();
            dossiers.find("id in ?1", ids).list().forEach(d -> known.put(d.id(), d));
            for (int i = 0; i < ids.size(); i++) {
                findings.addUnless(
                        known.containsKey(ids.get(i)), "/dossierIds/" + i, "UNKNOWN_DOSSIER");
            }
            findings.raise();
            List<Batch.Item> items = new ArrayList<>();
            for (UUID id : ids) {
                Dossier dossier = Objects.requireNonNull(known.get(id));
                if (!dossier.state().allows(DossierState.Command.SUBMIT)) {
                    throw new Problem(
                            DocumentProblem.DOSSIER_STATE_FORBIDS,
                            dossier.fileCode(),
                            dossier.state().code(),
                            DossierState.Command.SUBMIT.name());
                }
                electronic.demand(dossier);
                items.add(new Batch.Item(dossier, docs(id)));
            }
            return new Batch(agencies.require(by.agencyId()), items);
        }

        private List<Batch.Doc> docs(UUID dossierId) {
            List<Filing> filings = dossiers.filings(dossierId);
            List<UUID> ids = filings.stream().map(Filing::documentId).toList();
            Map<UUID, RegisteredDocument> known = documents.byId(ids);
            Map<UUID, List<DocumentFile>> filesOf = files.ofDocuments(ids);
            return filings.stream()
                    .map(f ->
                            new Batch.Doc(
                                    f.ordinal(),
                                    Objects.requireNonNull(known.get(f.documentId())),
                                    filesOf.getOrDefault(f.documentId(), List.of()),
                                    submissions.traceOf(dossierId, f.documentId())))
                    .toList();
        }
    }
}
