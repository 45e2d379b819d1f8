package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.addition.AddFiles;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.handling.HandleIncoming;
import vn.hue.earchive.document.incoming.CorrectIncoming;
import vn.hue.earchive.kit.problem.Problem;

/**
 * What an agreed recall or update does to a document that is registered already. Nothing that came
 * before is taken away: the files of an update stand behind those that it corrects.
 */
@ApplicationScoped
class ChangeRegistered {

    private final EdxmlMessages messages;
    private final AddFiles addFiles;
    private final HandleIncoming handling;
    private final CorrectIncoming correct;

    ChangeRegistered(
            EdxmlMessages messages,
            AddFiles addFiles,
            HandleIncoming handling,
            CorrectIncoming correct) {
        this.messages = messages;
        this.addFiles = addFiles;
        this.handling = handling;
        this.correct = correct;
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
        Proposal proposal = messages.proposal(message);
        EdxmlHeader header = messages.header(message);
        addFiles.add(
                documentId,
                addFiles.held(proposal.uploads()),
                new AddFiles.Cause(operation, details(message, header.businessReason())),
                document -> {
                    if (message.kind() == MessageLife.Kind.UPDATE) {
                        correct.correct(document, UpdatedLine.of(document, proposal, header));
                    }
                });
    }

    /** Adds the files of a message about a document that came on another way as well. */
    void merge(UUID documentId, EdxmlMessage message) {
        addFiles.add(
                documentId,
                addFiles.held(addFiles.missing(documentId, messages.proposal(message).digests())),
                new AddFiles.Cause("mergeArrival", details(message, null)),
                document -> {});
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
        addFiles.refuseFrozen(documentId);
        EdxmlHeader header = messages.header(message);
        String why = header.businessReason();
        String sender = header.organName();
        handling.recalledBySender(
                documentId,
                why == null ? StatusCode.TAKEN_BACK.meaning() : why,
                sender == null ? message.key().organId() : sender);
    }
}
