package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.handling.HandleIncoming;
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
    private final EntityManager entities;

    ChangeRegistered(
            EdxmlMessages messages,
            RegisteredDocuments documents,
            DocumentFiles files,
            Uploads uploads,
            HandleIncoming handling,
            EntityManager entities) {
        this.messages = messages;
        this.documents = documents;
        this.files = files;
        this.uploads = uploads;
        this.handling = handling;
        this.entities = entities;
    }

    /**
     * Adds the files of an update to the document.
     *
     * @throws Problem EDXML_DOCUMENT_FROZEN when a dossier that holds it is not open
     */
    void update(UUID documentId, EdxmlMessage message) {
        RegisteredDocument document = free(documentId);
        List<UUID> held =
                messages.proposal(message).files().stream().map(Proposal.File::uploadId).toList();
        List<DocumentFile> added = new ArrayList<>();
        int position = files.ofDocument(documentId).size();
        for (Upload upload : uploads.claimHeld(held)) {
            position++;
            added.add(
                    new DocumentFile(
                            document.agencyId(), documentId, position, "ATTACHMENT", upload));
        }
        files.persist(added);
    }

    /**
     * The sender takes the document back: its handling ends, its register line stays.
     *
     * @throws Problem EDXML_DOCUMENT_FROZEN when a dossier that holds it is not open
     */
    void recall(UUID documentId, EdxmlMessage message) {
        free(documentId);
        EdxmlHeader header = messages.header(message);
        String why = header.businessReason();
        String sender = header.organName();
        handling.recalledBySender(
                documentId,
                why == null ? StatusCode.TAKEN_BACK.meaning() : why,
                sender == null ? message.key().organId() : sender);
    }

    private RegisteredDocument free(UUID documentId) {
        RegisteredDocument document =
                documents
                        .locked(documentId)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<String> frozen =
                entities.unwrap(Session.class)
                        .createNativeQuery(
                                """
                                select d.file_code from dossier d
                                join dossier_document f on f.dossier_id = d.id
                                where f.document_id = :document and d.state <> 'OPEN'
                                order by d.id limit 1
                                """,
                                String.class)
                        .setParameter("document", documentId)
                        .getResultList();
        if (!frozen.isEmpty()) {
            throw new Problem(DocumentProblem.EDXML_DOCUMENT_FROZEN, frozen.getFirst());
        }
        return document;
    }
}
