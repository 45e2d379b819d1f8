package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.DraftFiles;
import vn.hue.earchive.document.file.FileView;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;
import vn.hue.earchive.document.register.RegisteredDocuments;

/** Outgoing documents as their reader sees them. */
@ApplicationScoped
class OutgoingViews {

    private final OutgoingDocuments documents;
    private final RegisteredDocuments register;
    private final DraftFiles drafts;
    private final DocumentFiles files;
    private final Actions actions;

    OutgoingViews(
            OutgoingDocuments documents,
            RegisteredDocuments register,
            DraftFiles drafts,
            DocumentFiles files,
            Actions actions) {
        this.documents = documents;
        this.register = register;
        this.drafts = drafts;
        this.files = files;
        this.actions = actions;
    }

    OutgoingView of(OutgoingDocument document) {
        return of(document, List.of());
    }

    OutgoingView of(OutgoingDocument document, List<DuplicateView> warnings) {
        return of(List.of(document), warnings.isEmpty() ? null : warnings).getFirst();
    }

    List<OutgoingView> of(List<OutgoingDocument> page) {
        return of(page, null);
    }

    /** With a fixed number of queries for the whole page. */
    private List<OutgoingView> of(
            List<OutgoingDocument> page, @Nullable List<DuplicateView> warnings) {
        if (page.isEmpty()) {
            return List.of();
        }
        documents.flush();
        List<UUID> ids = page.stream().map(OutgoingDocument::id).toList();
        Map<UUID, List<FileView>> filesOf = new HashMap<>(drafts.views(ids));
        files.ofDocuments(ids)
                .forEach((id, kept) ->
                        filesOf.put(id, kept.stream().map(DocumentFile::view).toList()));
        Map<UUID, List<UUID>> dossiersOf = register.dossiersOf(ids);
        return page.stream()
                .map(d -> {
                    List<UUID> dossiers = dossiersOf.getOrDefault(d.id(), List.of());
                    OutgoingState state = OutgoingState.of(d.state(), !dossiers.isEmpty());
                    return d.view(
                            state.code(),
                            filesOf.getOrDefault(d.id(), List.of()),
                            dossiers,
                            warnings,
                            allowed(state));
                })
                .toList();
    }

    private List<String> allowed(OutgoingState state) {
        Stream<String> always =
                state.allows(Command.RECALL)
                        ? Stream.of("fileDocument", "downloadDocumentFile")
                        : Stream.of("downloadDocumentFile");
        return actions.allowed(
                Stream.concat(always, state.commands().stream().flatMap(OutgoingViews::operation))
                        .distinct()
                        .toArray(String[]::new));
    }

    private static Stream<String> operation(Command command) {
        return switch (command) {
            case AMEND -> Stream.of("amendOutgoingDocument");
            case REVIEW -> Stream.of("reviewOutgoingDocument");
            case APPROVE -> Stream.of("approveOutgoingDocument");
            case SEND_BACK -> Stream.of("sendBackOutgoingDocument");
            case SIGN -> Stream.of("signOutgoingDocument");
            case NUMBER -> Stream.of("numberOutgoingDocument");
            case VOID_NUMBER -> Stream.of("giveUpOutgoingNumber");
            case AGENCY_SIGN -> Stream.of("agencySignOutgoingDocument");
            case ISSUE -> Stream.of("issueOutgoingDocument");
            case RECALL -> Stream.of("recallOutgoingDocument");
            // By drafting the document that takes its place or corrects it.
            case REPLACE, CORRECT -> Stream.of("draftOutgoingDocument");
        };
    }
}
