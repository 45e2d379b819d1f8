package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Which dossiers can be handed over as a package. What a package cannot carry is refused before
 * anything is sent, rather than left behind in silence: paper, pictures and tapes that were not
 * digitised.
 */
@ApplicationScoped
public class ElectronicHandOver {

    private final Dossiers dossiers;
    private final DocumentFiles files;
    private final Validation validation;

    ElectronicHandOver(Dossiers dossiers, DocumentFiles files, Validation validation) {
        this.dossiers = dossiers;
        this.files = files;
        this.validation = validation;
    }

    /**
     * @throws Problem DOSSIER_NOT_ELECTRONIC with a finding for each thing that stands against it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void demand(Dossier dossier) {
        Findings findings = validation.begin();
        String at = "/v1/dossiers/" + dossier.id();
        if (dossier.hasMedia()) {
            for (UUID id : dossiers.mediaWithoutFile(dossier.id())) {
                findings.add(at + "/media-items/" + id, "MEDIA_NOT_DIGITISED");
            }
        }
        if (dossier.described().medium().hasPaper()) {
            List<UUID> ids =
                    dossiers.filings(dossier.id()).stream().map(Filing::documentId).toList();
            Map<UUID, List<DocumentFile>> filesOf =
                    ids.isEmpty() ? Map.of() : files.ofDocuments(ids);
            for (UUID id : ids) {
                findings.addUnless(
                        filesOf.containsKey(id), at + "/documents/" + id, "PAPER_NOT_SCANNED");
            }
            findings.addUnless(
                    !ids.isEmpty() || dossier.hasMedia(), at + "/documents", "PAPER_NOT_SCANNED");
        }
        findings.raise(DocumentProblem.DOSSIER_NOT_ELECTRONIC, dossier.fileCode());
    }
}
