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
class ReadFile {

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
     * @throws Problem NOT_FOUND; CONTENT_IN_ARCHIVE once the holding has taken the file's place
     */
    @Transactional
    DocumentFile read(UUID documentId, UUID fileId) {
        DocumentFile file =
                files.findByIdOptional(fileId)
                        .or(() -> drafts.findByIdOptional(fileId).map(DraftFile::frozen))
                        .filter(f -> f.documentId().equals(documentId))
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
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
}
