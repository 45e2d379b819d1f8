package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDocumentFiled;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Files a document in an open dossier, behind the documents that are there. Several people file at
 * the same time, so If-Match is compared only when it is given.
 */
@ApplicationScoped
class FileDocument {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final ChangeDossier change;
    private final Validation validation;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    FileDocument(
            Dossiers dossiers,
            RegisteredDocuments documents,
            DocumentFiles files,
            ChangeDossier change,
            Validation validation,
            Idempotency idempotency,
            CurrentCaller caller) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.files = files;
        this.change = change;
        this.validation = validation;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @Transactional
    Answer<FilingView> once(
            UUID dossierId,
            @Nullable FileDocumentRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return idempotency.once(
                "fileDocument",
                key,
                Map.of("dossierId", dossierId, "body", request == null ? Map.of() : request),
                FilingView.class,
                () -> {
                    Dossier dossier = dossiers.locked(dossierId);
                    if (ifMatch != null) {
                        ETags.check(ifMatch, dossier.version());
                    }
                    validation.of(request).raise();
                    FilingView filed =
                            file(
                                    dossier,
                                    Objects.requireNonNull(request).documentId(),
                                    "fileDocument");
                    return new Answer<>(
                            201,
                            "/v1/dossiers/" + dossierId + "/documents",
                            ETags.header(dossier.version()),
                            filed);
                });
    }

    /**
     * Files a document in a locked dossier, in the caller's transaction; refuses before anything is
     * changed. Not intercepted, so that a refusal leaves the transaction good for others.
     *
     * @param operation for the audit trail
     */
    FilingView file(Dossier dossier, UUID documentId, String operation) {
        Findings findings = validation.begin();
        dossier.require(Command.FILE);
        // Locked: its bytes must not leave the working bucket while it finds a new dossier.
        RegisteredDocument document = documents.locked(documentId).orElse(null);
        if (document == null) {
            findings.add("/documentId", "UNKNOWN_DOCUMENT").raise();
        }
        RegisteredDocument found = Objects.requireNonNull(document);
        findings.addUnless(
                files.ofDocument(documentId).stream().allMatch(DocumentFile::isPresent),
                "/documentId",
                "CONTENT_IN_ARCHIVE");
        findings.raise();
        if (dossiers.filing(dossier.id(), documentId) != null) {
            throw new Problem(DocumentProblem.DOCUMENT_ALREADY_FILED, dossier.fileCode());
        }
        Filing filing =
                new Filing(
                        dossier.id(),
                        documentId,
                        dossier.agencyId(),
                        dossier.documentCount() + 1,
                        change.clock().instant(),
                        caller.get().username());
        dossiers.getEntityManager().persist(filing);
        change.apply(
                operation,
                dossier,
                d -> {
                    d.filed(found.issuedDate(), found.pageCount(), found.confidenceLevel());
                    return new DossierDocumentFiled(
                            d.agencyId(),
                            d.version(),
                            change.clock().instant(),
                            d.description(),
                            documentId,
                            filing.ordinal());
                },
                Map.of("documentId", documentId.toString(), "ordinal", filing.ordinal()));
        return new FilingView(
                dossier.id(),
                documentId,
                filing.ordinal(),
                FileCodes.docCode(dossier.fileCode(), filing.ordinal()));
    }
}
