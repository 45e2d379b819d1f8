package vn.hue.earchive.document.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hue.earchive.document.validation.Findings;

/** Files of outgoing documents before their issue. Each change belongs to the document's own. */
@ApplicationScoped
public class DraftFiles implements PanacheRepositoryBase<DraftFile, UUID> {

    private final Uploads uploads;
    private final DocumentFiles files;

    DraftFiles(Uploads uploads, DocumentFiles files) {
        this.uploads = uploads;
        this.files = files;
    }

    /**
     * Makes these the files of the draft, in their order. What it had and is not named any more
     * expires like an upload that nobody claimed.
     *
     * @return SHA-256 of the files
     * @throws vn.hue.earchive.kit.problem.Problem VALIDATION_FAILED or UPLOAD_NOT_AVAILABLE
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> set(
            UUID agencyId, UUID documentId, List<NamedUpload> named, Findings findings) {
        NamedUpload.check(findings, named);
        findings.raise();
        Map<UUID, DraftFile> before =
                of(documentId).stream()
                        .collect(Collectors.toMap(DraftFile::uploadId, Function.identity()));
        List<UUID> fresh =
                named.stream()
                        .map(NamedUpload::uploadId)
                        .filter(id -> !before.containsKey(id))
                        .toList();
        List<UUID> all = named.stream().map(NamedUpload::uploadId).toList();
        Map<UUID, Upload> claimed =
                uploads
                        .claim(
                                fresh,
                                findings,
                                i -> "/files/" + all.indexOf(fresh.get(i)) + "/uploadId")
                        .stream()
                        .collect(Collectors.toMap(Upload::id, Function.identity()));
        before.values().stream().filter(f -> !all.contains(f.uploadId())).forEach(this::release);
        flush();
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String role = NamedUpload.roleOf(named, i);
            DraftFile kept = before.get(all.get(i));
            if (kept != null) {
                kept.place(i + 1, role);
                digests.add(kept.upload().sha256());
            } else {
                Upload upload = Objects.requireNonNull(claimed.get(all.get(i)));
                persist(new DraftFile(agencyId, documentId, i + 1, role, upload));
                digests.add(upload.sha256());
            }
        }
        return digests;
    }

    /**
     * Puts the signed version in the place of the main file, or makes it the main file of a draft
     * that had none.
     *
     * @return SHA-256 of the signed version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String replaceMain(UUID agencyId, UUID documentId, UUID signed, Findings findings) {
        List<NamedUpload> named = new ArrayList<>();
        named.add(new NamedUpload(signed, NamedUpload.MAIN));
        of(documentId).stream()
                .filter(f -> !f.role().equals(NamedUpload.MAIN))
                .map(f -> new NamedUpload(f.uploadId(), f.role()))
                .forEach(named::add);
        return set(agencyId, documentId, named, findings).getFirst();
    }

    /** Turns the draft's files into files of the issued document, for ever. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<DocumentFile> freeze(UUID documentId) {
        List<DraftFile> drafts = of(documentId);
        List<DocumentFile> frozen = drafts.stream().map(DraftFile::frozen).toList();
        files.persist(frozen);
        drafts.forEach(this::delete);
        return frozen;
    }

    /** Gives up all files of a draft that is discarded. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void releaseAll(UUID documentId) {
        of(documentId).forEach(this::release);
    }

    /** In their order, by document. */
    public Map<UUID, List<FileView>> views(Collection<UUID> documentIds) {
        return find(
                        "from DraftFile f join fetch f.upload where f.documentId in ?1"
                                + " order by f.documentId, f.position",
                        documentIds)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                DraftFile::documentId,
                                Collectors.mapping(DraftFile::view, Collectors.toList())));
    }

    /** SHA-256 of the draft's files. */
    public List<String> digests(UUID documentId) {
        return of(documentId).stream().map(f -> f.upload().sha256()).toList();
    }

    private List<DraftFile> of(UUID documentId) {
        return find("documentId = ?1 order by position", documentId).list();
    }

    private void release(DraftFile file) {
        uploads.release(file.upload());
        delete(file);
    }
}
