package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.duplicate.FindDuplicates;
import vn.hue.earchive.document.file.DraftFiles;
import vn.hue.earchive.document.file.NamedUpload;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/** Begins an outgoing document and rewrites it while it is a draft. */
@ApplicationScoped
class DraftOutgoing {

    private final CheckDraft check;
    private final OutgoingDocuments documents;
    private final DraftFiles files;
    private final FindDuplicates duplicates;
    private final OutgoingViews views;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    DraftOutgoing(
            CheckDraft check,
            OutgoingDocuments documents,
            DraftFiles files,
            FindDuplicates duplicates,
            OutgoingViews views,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.check = check;
        this.documents = documents;
        this.files = files;
        this.duplicates = duplicates;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<OutgoingView> once(@Nullable DraftRequest request, @Nullable String key) {
        return idempotency.once(
                "draftOutgoingDocument",
                key,
                request == null ? Map.of() : request,
                OutgoingView.class,
                () -> {
                    Caller by = caller.get();
                    DraftLine line = check.check(request);
                    OutgoingDocument document =
                            new OutgoingDocument(
                                    Ids.next(),
                                    by.agencyId(),
                                    line,
                                    clock.instant(),
                                    by.username(),
                                    by.subject());
                    documents.persist(document);
                    OutgoingView view = written("draftOutgoingDocument", document, request);
                    return new Answer<>(
                            201,
                            "/v1/outgoing-documents/" + document.id(),
                            ETags.header(document.version()),
                            view);
                });
    }

    /** The whole draft anew. */
    @Transactional
    OutgoingView amend(UUID id, @Nullable DraftRequest request, @Nullable String ifMatch) {
        OutgoingDocument document = documents.locked(id);
        ETags.check(ifMatch, document.version());
        document.amend(check.check(request));
        return written("amendOutgoingDocument", document, request);
    }

    private OutgoingView written(
            String action, OutgoingDocument document, @Nullable DraftRequest request) {
        documents.flush();
        List<NamedUpload> named =
                Objects.requireNonNullElse(Objects.requireNonNull(request).files(), List.of());
        List<String> digests =
                files.set(document.agencyId(), document.id(), named, validation.begin());
        audit.append(
                document.agencyId(),
                action,
                "document",
                document.id(),
                document.version(),
                Map.of("sha256", digests));
        List<DuplicateView> alike =
                duplicates.views(
                        duplicates.of(
                                document.agencyId(),
                                new FindDuplicates.Wanted(null, null, null, digests)));
        return views.of(document, alike);
    }
}
