package vn.hue.earchive.document.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;

/** Unfiled documents as their reader sees them, each with its suggestions. */
@ApplicationScoped
class UnfiledViews {

    private final Unfiled unfiled;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final Validation validation;
    private final Actions actions;

    UnfiledViews(
            Unfiled unfiled,
            RegisteredDocuments documents,
            DocumentFiles files,
            Validation validation,
            Actions actions) {
        this.unfiled = unfiled;
        this.documents = documents;
        this.files = files;
        this.validation = validation;
        this.actions = actions;
    }

    /** In the order of the ids. */
    List<UnfiledDocumentView> of(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, RegisteredDocument> known = documents.byId(ids);
        Map<UUID, List<DocumentFile>> filesOf = files.ofDocuments(ids);
        Map<UUID, Features> features =
                unfiled.features(ids).stream()
                        .collect(Collectors.toMap(Features::id, Function.identity()));
        SuggestDossiers suggest = new SuggestDossiers(unfiled.candidates());
        List<String> allowed = actions.allowed("fileDocument", "fileUnfiledDocuments");
        return ids.stream()
                .map(id ->
                        new UnfiledDocumentView(
                                id,
                                Objects.requireNonNull(known.get(id))
                                        .description(filesOf.getOrDefault(id, List.of())),
                                suggest.of(Objects.requireNonNull(features.get(id))).stream()
                                        .map(this::told)
                                        .toList(),
                                allowed))
                .toList();
    }

    private UnfiledDocumentView.SuggestedDossier told(Suggestion suggestion) {
        return new UnfiledDocumentView.SuggestedDossier(
                suggestion.dossierId(),
                suggestion.fileCode(),
                suggestion.title(),
                suggestion.score(),
                suggestion.reasons().stream()
                        .map(r ->
                                new UnfiledDocumentView.Reason(
                                        r.code(),
                                        r.points(),
                                        Findings.text(
                                                validation.language(),
                                                "SUGGESTED_" + r.code(),
                                                r.seen())))
                        .toList());
    }
}
