package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.incoming.IncomingState.Command;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;

/** Register lines as their reader sees them. */
@ApplicationScoped
public class IncomingViews {

    private final RegisteredDocuments register;
    private final DocumentFiles files;
    private final Actions actions;

    IncomingViews(RegisteredDocuments register, DocumentFiles files, Actions actions) {
        this.register = register;
        this.files = files;
        this.actions = actions;
    }

    public IncomingView of(RegisteredDocument document) {
        return of(document, List.of());
    }

    IncomingView of(RegisteredDocument document, List<DuplicateView> warnings) {
        return of(List.of(document), warnings.isEmpty() ? null : warnings).getFirst();
    }

    List<IncomingView> of(List<RegisteredDocument> documents) {
        return of(documents, null);
    }

    /** With two queries for the whole page. */
    private List<IncomingView> of(
            List<RegisteredDocument> documents, @Nullable List<DuplicateView> warnings) {
        if (documents.isEmpty()) {
            return List.of();
        }
        register.flush();
        List<UUID> ids = documents.stream().map(RegisteredDocument::id).toList();
        Map<UUID, List<DocumentFile>> filesOf = files.ofDocuments(ids);
        Map<UUID, List<UUID>> dossiersOf = register.dossiersOf(ids);
        return documents.stream()
                .map(d ->
                        view(
                                d,
                                filesOf.getOrDefault(d.id(), List.of()),
                                dossiersOf.getOrDefault(d.id(), List.of()),
                                warnings))
                .toList();
    }

    private IncomingView view(
            RegisteredDocument document,
            List<DocumentFile> kept,
            List<UUID> dossiers,
            @Nullable List<DuplicateView> warnings) {
        IncomingState state = IncomingState.of(document.handlingState(), dossiers);
        DocumentDescription d = document.description(kept);
        return new IncomingView(
                document.id(),
                d.registerNumber(),
                d.registeredOn(),
                d.registerYear(),
                state.code(),
                d.typeCode(),
                d.typeName(),
                Objects.requireNonNull(d.number()),
                Objects.requireNonNull(d.notation()),
                d.issuedDate(),
                d.issuerName(),
                d.subject(),
                d.languages(),
                d.pageCount(),
                d.accessMode(),
                d.confidenceLevel(),
                document.urgency(),
                document.signerPosition(),
                document.signerName(),
                document.dueDate(),
                d.keywords(),
                d.description(),
                document.assignee(),
                kept.stream().map(DocumentFile::view).toList(),
                dossiers,
                document.registeredAt(),
                document.registeredBy(),
                document.version(),
                warnings,
                allowed(state));
    }

    /** What this reader may do with a document in this state. */
    public List<String> allowed(IncomingState state) {
        return actions.allowed(
                Stream.concat(
                                Stream.of("fileDocument", "downloadDocumentFile"),
                                state.commands().stream().flatMap(IncomingViews::operation))
                        .toArray(String[]::new));
    }

    private static Stream<String> operation(Command command) {
        return switch (command) {
            // Only before there is a register line.
            case VERIFY, REGISTER -> Stream.of();
            case SUBMIT -> Stream.of("submitIncomingDocument");
            case ASSIGN -> Stream.of("assignIncomingDocument");
            case START -> Stream.of("startHandling");
            case COMMENT -> Stream.of("commentOnHandling");
            case SET_DUE_DATE -> Stream.of("setHandlingDueDate");
            case REPORT -> Stream.of("reportCoUnit");
            case COMPLETE -> Stream.of("completeHandling");
            case RESUME -> Stream.of("resumeHandling");
            case RETURN -> Stream.of("returnIncomingDocument");
            case RECALL -> Stream.of("recallIncomingDocument");
        };
    }
}
