package vn.hue.earchive.document.addition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.RecountDocument;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.incoming.CorrectIncoming;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Adds files that came later to a registered document, behind those that it has: nothing that came
 * before is taken away.
 */
@ApplicationScoped
public class AddFiles {

    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final Uploads uploads;
    private final CorrectIncoming correct;
    private final RecountDocument recount;

    AddFiles(
            RegisteredDocuments documents,
            DocumentFiles files,
            Uploads uploads,
            CorrectIncoming correct,
            RecountDocument recount) {
        this.documents = documents;
        this.files = files;
        this.uploads = uploads;
        this.correct = correct;
        this.recount = recount;
    }

    /** By which operation files come, for the audit trail. */
    public record Cause(String operation, Map<String, String> details) {}

    /** Makes the files of a document, of which the first gets this position. */
    public interface Bring {
        List<DocumentFile> files(RegisteredDocument document, int position);
    }

    /** Uploads that were held until somebody decided, as attachments. */
    public Bring held(List<UUID> ids) {
        return (document, position) -> {
            List<DocumentFile> added = new ArrayList<>();
            for (Upload upload : uploads.claimHeld(ids)) {
                added.add(
                        new DocumentFile(
                                document.agencyId(),
                                document.id(),
                                position + added.size(),
                                "ATTACHMENT",
                                upload));
            }
            return added;
        };
    }

    /**
     * Adds files and tells the line anew.
     *
     * @param correction of the line, before it is told
     * @return what was added
     * @throws Problem NOT_FOUND; EDXML_DOCUMENT_FROZEN when a dossier that holds it is not open
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<DocumentFile> add(
            UUID documentId, Bring bring, Cause cause, Consumer<RegisteredDocument> correction) {
        List<Dossier> holding = recount.locked(documentId);
        RegisteredDocument document = free(documentId, holding);
        List<DocumentFile> all = new ArrayList<>(files.ofDocument(documentId));
        List<DocumentFile> added = bring.files(document, all.size() + 1);
        files.persist(added);
        all.addAll(added);
        int pages = document.pageCount();
        correction.accept(document);
        correct.tell(document, all, cause.operation(), cause.details());
        if (document.pageCount() != pages) {
            recount.recount(holding, document, pages, cause.operation());
        }
        return added;
    }

    /**
     * Of these uploads, those whose bytes the document does not have yet.
     *
     * @param offered uploads with their SHA-256
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> missing(UUID documentId, Map<UUID, String> offered) {
        Set<String> known =
                files.ofDocument(documentId).stream()
                        .map(DocumentFile::sha256)
                        .collect(Collectors.toSet());
        return offered.entrySet().stream()
                .filter(upload -> !known.contains(upload.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Refuses what would change a document of a dossier that is not open.
     *
     * @throws Problem NOT_FOUND, EDXML_DOCUMENT_FROZEN
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuseFrozen(UUID documentId) {
        free(documentId, recount.locked(documentId));
    }

    private RegisteredDocument free(UUID documentId, List<Dossier> holding) {
        RegisteredDocument document =
                documents
                        .locked(documentId)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        for (Dossier dossier : holding) {
            if (!(dossier.state() instanceof DossierState.Open)) {
                throw new Problem(DocumentProblem.EDXML_DOCUMENT_FROZEN, dossier.fileCode());
            }
        }
        return document;
    }
}
