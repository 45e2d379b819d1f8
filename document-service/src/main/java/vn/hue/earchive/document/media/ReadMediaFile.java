package vn.hue.earchive.document.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;

/** Finds a file of a photo or recording for its reader and notes that it is read. */
@ApplicationScoped
class ReadMediaFile {

    private final MediaItems items;
    private final Audit audit;
    private final CurrentCaller caller;

    ReadMediaFile(MediaItems items, Audit audit, CurrentCaller caller) {
        this.items = items;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * @throws Problem NOT_FOUND; CONTENT_IN_ARCHIVE once the holding has taken the file's place
     */
    @Transactional
    MediaFile read(UUID dossierId, UUID itemId, UUID fileId) {
        MediaFile file = items.requireFile(dossierId, itemId, fileId);
        if (!file.isPresent()) {
            throw new Problem(DocumentProblem.CONTENT_IN_ARCHIVE, dossierId, fileId);
        }
        audit.append(
                caller.get().agencyId(),
                "downloadMediaFile",
                "media-item",
                itemId,
                1,
                Map.of("fileId", fileId.toString()));
        return file;
    }
}
