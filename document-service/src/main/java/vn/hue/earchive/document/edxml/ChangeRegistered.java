package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.RecountDocument;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.handling.HandleIncoming;
import vn.hue.earchive.document.incoming.CorrectIncoming;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * What an agreed recall or update does to a document that is registered already. Nothing that came
 * before is taken away: the files of an update stand behind those that it corrects.
 */
@ApplicationScoped
class ChangeRegistered {

    private final EdxmlMessages messages;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final Uploads uploads;
    private final HandleIncoming handling;
    private final CorrectIncoming correct;
    private final RecountDocument recount;

    ChangeRegistered(
            EdxmlMessages messages,
            RegisteredDocuments documents,
            DocumentFiles files,
            Uploads uploads,
            HandleIncoming handling,
            CorrectIncoming correct,
            RecountDocument recount) {
        this.messages = messages;
        this.documents = documents;
        this.files = files;
        this.uploads = uploads;
        this.handling = handling;
        this.correct = correct;
        this.recount = recount;
    }

    /**
     * Adds the files of an update to the document and writes into the register line what the update
     * says; what it does not say stays. A replacement is another document, so it brings its files
     * only.
     *
     * @throws Problem EDXML_DOCUMENT_FROZEN when a dossier that holds it is not open;
     *     VALIDATION_FAILED when what it says cannot stand in a register
     */
    void update(UUID documentId, EdxmlMessage message, String operation) {
        List<Dossier> holding = recount.locked(documentId);
        RegisteredDocument document = free(documentId, holding);
        Proposal proposal = messages.proposal(message);
        List<DocumentFile> all = new ArrayList<>(files.ofDocument(documentId));
        List<DocumentFile> added = new ArrayList<>();
        List<UUID> held = proposal.files().stream().map(Proposal.File::uploadId).toList();
        for (Upload upload : uploads.claimHeld(held)) {
            added.add(
                    new DocumentFile(
                            document.agencyId(),
                            documentId,
                            all.size() + added.size() + 1,
                            "ATTACHMENT",
                            upload));
        }
        files.persist(added);
        all.addAll(added);
        int pages = document.pageCount();
        EdxmlHeader header = messages.header(message);
        if (message.kind() == MessageLife.Kind.UPDATE) {
            correct.correct(document, UpdatedLine.of(document, proposal, header));
        }
        correct.tell(document, all, operation, details(message, header.businessReason()));
        if (document.pageCount() != pages) {
            recount.recount(holding, document, pages, operation);
        }
    }

    private static Map<String, String> details(EdxmlMessage message, @Nullable String reason) {
        return reason == null
                ? Map.of("messageId", message.id().toString())
                : Map.of("messageId", message.id().toString(), "reason", reason);
    }

    /**
     * The sender takes the document back: its handling ends, its register line stays.
     *
     * @throws Problem EDXML_DOCUMENT_FROZEN when a dossier that holds it is not open
     */
    void recall(UUID documentId, EdxmlMessage message) {
        free(documentId, recount.locked(documentId));
        EdxmlHeader header = messages.header(message);
        String why = header.businessReason();
        String sender = header.organName();
        handling.recalledBySender(
                documentId,
                why == null ? StatusCode.TAKEN_BACK.meaning() : why,
                sender == null ? message.key().organId() : sender);
    }

    private RegisteredDocument free(UUID documentId, List<Dossier> holding) {
        RegisteredDocument document =
                documents
                        .locked(documentId)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        for (Dossier dossier : holding) {
            if (!(dossier.state() instanceof DossierState.Open)) {
                throw new Problem(DocumentProblem.EDXML_DOCUMENT_FROZEN, dossier.fileCode());
            }
        }
        return document;
    }
}
