package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.hue.earchive.document.file.StageObjects;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.media.SubmitMedia;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionLedger;
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
    private final StageObjects store;
    private final ChangesSinceReturn changes;
    private final ObjectStore bucket;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    PrepareSubmission(
            Reader reader,
            StageObjects store,
            ChangesSinceReturn changes,
            @WorkingBucket ObjectStore bucket,
            ObjectMapper json,
            CurrentCaller caller,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.changes = changes;
        this.bucket = bucket;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A submission that only needs its transaction.
     *
     * @param versions of the dossiers as they stand in the manifest
     * @param resubmitted of those dossiers that came back before
     */
    record Prepared(
            UUID submissionId,
            Instant at,
            Map<UUID, Long> versions,
            List<ProcessTrace> traces,
            Map<UUID, SubmissionManifest.Resubmission> resubmitted,
            Upload manifest) {}

    Prepared prepare(@Nullable SubmitDossiersRequest request) {
        Caller by = caller.get();
        UUID submissionId = Ids.next();
        Instant at = clock.instant();
        Batch batch = reader.read(request, by);
        Map<Place, ProcessTrace> traces = traces(batch, submissionId, by);
        List<SubmissionManifest.Dossier> dossiers = new ArrayList<>();
        Map<UUID, Long> versions = new HashMap<>();
        Map<UUID, SubmissionManifest.Resubmission> resubmitted = new HashMap<>();
        for (Batch.Item item : batch.items()) {
            Dossier dossier = item.dossier();
            versions.put(dossier.id(), dossier.version());
            List<SubmissionManifest.Document> documents =
                    item.documents().stream()
                            .map(doc -> document(dossier, doc, traces.get(place(dossier, doc))))
                            .toList();
            List<SubmissionManifest.MediaItem> media = media(item);
            String code = dossier.agencyCodeWhenOpened();
            SubmissionManifest.Dossier described =
                    new SubmissionManifest.Dossier(
                            dossier.submittedDescription(),
                            documents,
                            code.equals(batch.agency().code()) ? null : code,
                            null,
                            media.isEmpty() ? null : media);
            Submissions.Earlier earlier = batch.returnedFrom().get(dossier.id());
            SubmissionManifest.Resubmission what =
                    earlier == null ? null : changes.since(earlier, described);
            if (what != null) {
                resubmitted.put(dossier.id(), what);
            }
            dossiers.add(described.resubmitted(what));
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
                store.stage(
                                List.of(
                                        new StageObjects.Piece(
                                                submissionId + ".manifest.json",
                                                "application/json",
                                                write(manifest))))
                        .getFirst();
        return new Prepared(
                submissionId, at, versions, List.copyOf(traces.values()), resubmitted, stored);
    }

    /** A document in a dossier. */
    private record Place(UUID dossierId, UUID documentId) {}

    private static Place place(Dossier dossier, Batch.Doc doc) {
        return new Place(dossier.id(), doc.document().id());
    }

    /** Stores the traces of all born-digital documents of the batch together. */
    private Map<Place, ProcessTrace> traces(Batch batch, UUID submissionId, Caller by) {
        List<Place> places = new ArrayList<>();
        List<StageObjects.Piece> pieces = new ArrayList<>();
        for (Batch.Item item : batch.items()) {
            for (Batch.Doc doc : item.documents()) {
                if (doc.document().confidenceLevel().equals(BORN_DIGITAL)) {
                    String docCode = FileCodes.docCode(item.dossier().fileCode(), doc.ordinal());
                    places.add(place(item.dossier(), doc));
                    pieces.add(
                            new StageObjects.Piece(
                                    docCode + ".process.txt",
                                    "text/plain",
                                    ProcessTraceText.of(docCode, doc.number(), doc.steps())));
                }
            }
        }
        List<Upload> staged = store.stage(pieces);
        Map<Place, ProcessTrace> traces = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            traces.put(
                    place,
                    new ProcessTrace(
                            by.agencyId(),
                            submissionId,
                            place.dossierId(),
                            place.documentId(),
                            staged.get(i)));
        }
        return traces;
    }

    private SubmissionManifest.Document document(
            Dossier dossier, Batch.Doc doc, @Nullable ProcessTrace trace) {
        List<SubmissionManifest.File> files = new ArrayList<>();
        doc.files().forEach(f -> files.add(f.inManifest(bucket.bucket())));
        if (trace != null) {
            files.add(trace.inManifest(bucket.bucket()));
        }
        return new SubmissionManifest.Document(
                doc.ordinal(),
                FileCodes.docId(dossier.fileCode(), doc.ordinal(), doc.document().id()),
                FileCodes.docCode(dossier.fileCode(), doc.ordinal()),
                doc.document().description(doc.files()),
                files,
                doc.retention() == null ? null : doc.retention().toEvent());
    }

    /** The photos and recordings stand behind the documents. */
    private static List<SubmissionManifest.MediaItem> media(Batch.Item item) {
        String fileCode = item.dossier().fileCode();
        int documents = item.documents().size();
        return item.media().stream()
                .map(submitted ->
                        new SubmissionManifest.MediaItem(
                                documents + submitted.ordinal(),
                                FileCodes.docCode(fileCode, documents + submitted.ordinal()),
                                submitted.description(),
                                submitted.files()))
                .toList();
    }

    private byte[] write(SubmissionManifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be handed over, as it was read. */
    record Batch(
            Agencies.Identity agency,
            List<Item> items,
            Map<UUID, Submissions.Earlier> returnedFrom) {

        record Item(Dossier dossier, List<Doc> documents, List<SubmitMedia.Submitted> media) {}

        record Doc(
                int ordinal,
                RegisteredDocument document,
                List<DocumentFile> files,
                List<TraceStep> steps,
                @Nullable FixedRetention retention) {
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
        private final SubmitMedia media;
        private final Submissions submissions;
        private final RetentionLedger retention;
        private final Agencies agencies;
        private final ElectronicHandOver electronic;
        private final Validation validation;

        Reader(
                Dossiers dossiers,
                RegisteredDocuments documents,
                DocumentFiles files,
                SubmitMedia media,
                Submissions submissions,
                RetentionLedger retention,
                Agencies agencies,
                ElectronicHandOver electronic,
                Validation validation) {
            this.dossiers = dossiers;
            this.documents = documents;
            this.files = files;
            this.media = media;
            this.submissions = submissions;
            this.retention = retention;
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
            for (UUID id : ids) {
                Dossier dossier = Objects.requireNonNull(known.get(id));
                refuseUnlessClosed(dossier);
                electronic.demand(dossier);
            }
            return new Batch(
                    agencies.require(by.agencyId()),
                    items(ids.stream().map(known::get).map(Objects::requireNonNull).toList()),
                    submissions.returnedFrom(ids));
        }

        private static void refuseUnlessClosed(Dossier dossier) {
            if (!dossier.state().allows(DossierState.Command.SUBMIT)) {
                throw new Problem(
                        DocumentProblem.DOSSIER_STATE_FORBIDS,
                        dossier.fileCode(),
                        dossier.state().code(),
                        DossierState.Command.SUBMIT.name());
            }
        }

        /** Reads each kind of row once for the whole batch. */
        private List<Batch.Item> items(List<Dossier> batch) {
            Map<UUID, List<Filing>> filings = new HashMap<>();
            batch.forEach(d -> filings.put(d.id(), dossiers.filings(d.id())));
            List<UUID> ids =
                    filings.values().stream()
                            .flatMap(List::stream)
                            .map(Filing::documentId)
                            .distinct()
                            .toList();
            Map<UUID, RegisteredDocument> known = documents.byId(ids);
            Map<UUID, List<DocumentFile>> filesOf = files.ofDocuments(ids);
            Map<UUID, Map<UUID, FixedRetention>> own = new HashMap<>();
            batch.forEach(d -> own.put(d.id(), retention.documentsOf(d.id())));
            Map<UUID, List<Submissions.Act>> acts =
                    submissions.acts(batch.stream().map(Dossier::id).toList(), ids).stream()
                            .collect(Collectors.groupingBy(Submissions.Act::aggregateId));
            Map<UUID, List<SubmitMedia.Submitted>> mediaOf =
                    media.of(batch.stream().filter(Dossier::hasMedia).map(Dossier::id).toList());
            return batch.stream()
                    .map(d ->
                            new Batch.Item(
                                    d,
                                    filings.getOrDefault(d.id(), List.of()).stream()
                                            .map(f ->
                                                    new Batch.Doc(
                                                            f.ordinal(),
                                                            Objects.requireNonNull(
                                                                    known.get(f.documentId())),
                                                            filesOf.getOrDefault(
                                                                    f.documentId(), List.of()),
                                                            steps(acts, d.id(), f.documentId()),
                                                            own.getOrDefault(d.id(), Map.of())
                                                                    .get(f.documentId())))
                                            .toList(),
                                    mediaOf.getOrDefault(d.id(), List.of())))
                    .toList();
        }

        /** Acts on the document and on the dossier, in the order of the audit trail. */
        private static List<TraceStep> steps(
                Map<UUID, List<Submissions.Act>> acts, UUID dossier, UUID document) {
            return Stream.of(document, dossier)
                    .flatMap(id -> acts.getOrDefault(id, List.of()).stream())
                    .filter(act -> act.concerns(dossier, document))
                    .map(Submissions.Act::step)
                    .sorted(Comparator.comparing(TraceStep::at))
                    .toList();
        }
    }
}
