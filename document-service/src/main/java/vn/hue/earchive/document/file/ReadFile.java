package vn.hue.earchive.document.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Finds a file for its reader and notes that it is read. */
@ApplicationScoped
public class ReadFile {

    private final DocumentFiles files;
    private final DraftFiles drafts;
    private final Audit audit;
    private final CurrentCaller caller;

    ReadFile(DocumentFiles files, DraftFiles drafts, Audit audit, CurrentCaller caller) {
        this.files = files;
        this.drafts = drafts;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * A file of a registered document, or of an outgoing one that is still being made.
     *
     * @throws Problem NOT_FOUND; ORIGINAL_NOT_SHOWN when the caller is to read a redacted variant;
     *     CONTENT_IN_ARCHIVE once the holding has taken the file's place
     */
    @Transactional
    DocumentFile read(UUID documentId, UUID fileId) {
        DocumentFile file =
                files.findByIdOptional(fileId)
                        .or(() -> drafts.findByIdOptional(fileId).map(DraftFile::frozen))
                        .filter(f -> f.documentId().equals(documentId))
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        refuseUnlessShown(file);
        if (!file.isPresent()) {
            List<UUID> holdings = files.holdingsOf(documentId);
            throw new Problem(
                    DocumentProblem.CONTENT_IN_ARCHIVE,
                    holdings.isEmpty() ? "" : holdings.getLast(),
                    fileId);
        }
        audit.append(
                caller.get().agencyId(),
                "downloadDocumentFile",
                "document",
                documentId,
                1,
                Map.of("fileId", fileId.toString()));
        return file;
    }

    /**
     * @throws Problem ORIGINAL_NOT_SHOWN when its newest redacted variant does not name a role of
     *     the caller
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuseUnlessShown(DocumentFile file) {
        DocumentFile shown = files.redactedOf(file.id()).orElse(null);
        FileVariant variant = shown == null ? null : shown.variant();
        if (shown != null
                && variant != null
                && caller.get().roles().stream()
                        .noneMatch(role -> variant.originalReaders().contains(role.token()))) {
            throw new Problem(
                    DocumentProblem.ORIGINAL_NOT_SHOWN,
                    shown.name(),
                    shown.id(),
                    file.documentId());
        }
    }
}
