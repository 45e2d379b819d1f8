package vn.hue.earchive.document.addition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomField.Subject;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.customfield.CustomValuesRequest;
import vn.hue.earchive.document.customfield.CustomValuesView;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.incoming.CorrectIncoming;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/** Changes the values that a registered document has in the agency's own fields. */
@ApplicationScoped
class ChangeCustomValues {

    private final AddFiles addFiles;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final CustomFields fields;
    private final CorrectIncoming correct;
    private final Validation validation;

    ChangeCustomValues(
            AddFiles addFiles,
            RegisteredDocuments documents,
            DocumentFiles files,
            CustomFields fields,
            CorrectIncoming correct,
            Validation validation) {
        this.addFiles = addFiles;
        this.documents = documents;
        this.files = files;
        this.fields = fields;
        this.correct = correct;
        this.validation = validation;
    }

    /** Values with the version of the line that they belong to. */
    record Seen(CustomValuesView view, long version) {}

    @Transactional
    Seen read(UUID id) {
        return seen(
                documents
                        .findByIdOptional(id)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)));
    }

    /**
     * @throws Problem NOT_FOUND; EDXML_DOCUMENT_FROZEN when a dossier that holds it is not open
     */
    @Transactional
    Seen replace(UUID id, @Nullable CustomValuesRequest given, @Nullable String ifMatch) {
        addFiles.refuseFrozen(id);
        RegisteredDocument document = documents.locked(id).orElseThrow();
        ETags.check(ifMatch, document.version());
        Findings findings = validation.of(given);
        CustomValuesRequest request = Objects.requireNonNull(given);
        findings.raise();
        Map<String, String> before = fields.values(id);
        Map<String, String> after =
                fields.judge(
                        document.agencyId(),
                        Subject.DOCUMENT,
                        document.description(List.of()).typeCode(),
                        request.values(),
                        "/values",
                        findings);
        findings.raise();
        fields.replace(document.agencyId(), Subject.DOCUMENT, id, after);
        correct.tell(
                document,
                files.ofDocument(id),
                "changeDocumentCustomFields",
                Map.of("before", before, "after", after));
        return seen(document);
    }

    private Seen seen(RegisteredDocument document) {
        return new Seen(
                new CustomValuesView(
                        fields.values(document.id()),
                        fields.of(
                                document.agencyId(),
                                Subject.DOCUMENT,
                                document.description(List.of()).typeCode())),
                document.version());
    }
}
