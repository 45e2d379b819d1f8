package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;

/** Register lines as their reader sees them. */
@ApplicationScoped
class IncomingViews {

    private final IncomingDocuments register;
    private final DocumentFiles files;
    private final Actions actions;

    IncomingViews(IncomingDocuments register, DocumentFiles files, Actions actions) {
        this.register = register;
        this.files = files;
        this.actions = actions;
    }

    IncomingView of(IncomingDocument document) {
        return of(List.of(document)).getFirst();
    }

    /** With two queries for the whole page. */
    List<IncomingView> of(List<IncomingDocument> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        register.flush();
        List<UUID> ids = documents.stream().map(IncomingDocument::id).toList();
        Map<UUID, List<DocumentFile>> filesOf = files.ofDocuments(ids);
        Map<UUID, List<UUID>> dossiersOf = register.dossiersOf(ids);
        List<String> allowed = actions.allowed("fileDocument", "downloadDocumentFile");
        return documents.stream()
                .map(d ->
                        d.view(
                                filesOf.getOrDefault(d.id(), List.of()),
                                dossiersOf.getOrDefault(d.id(), List.of()),
                                allowed))
                .toList();
    }
}
