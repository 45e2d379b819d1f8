package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sip.SipCode;
import vn.hue.earchive.archive.sip.SipDossier;
import vn.hue.earchive.archive.sip.SipFile;
import vn.hue.earchive.archive.sip.SipFinding;
import vn.hue.earchive.archive.sip.SipRefused;
import vn.hue.earchive.archive.sip.SipZip;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.objects.ObjectStat;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.objects.StoredObject;
import vn.hue.earchive.kit.objects.TruncatedSource;

/**
 * Unpacks the documents of a package into the working store, each as one stream: inflated, counted,
 * digested and stored at once. Names of the package name nothing here; keys are {@code
 * packages/{id}/files/{number}}.
 */
@ApplicationScoped
class UnpackPackage {

    private final ObjectStore working;

    UnpackPackage(ObjectStores stores) {
        this.working = stores.store("working");
    }

    /** Called after each file, so that the work stays this worker's. */
    @FunctionalInterface
    interface Beat {
        void next();
    }

    /**
     * The files of each document, as a manifest describes them.
     *
     * @param findings gets every file whose bytes are not what the package says
     * @param first number of the first file, so that the dossiers of a package do not meet
     */
    List<List<SubmissionManifest.File>> run(
            UUID packageId,
            SipZip zip,
            SipDossier dossier,
            int first,
            List<SipFinding> findings,
            Beat beat)
            throws IOException {
        List<List<SubmissionManifest.File>> files = new ArrayList<>();
        int number = first;
        for (SipDossier.Document document : dossier.documents()) {
            List<SubmissionManifest.File> ofDocument = new ArrayList<>();
            for (SipFile file : document.files()) {
                String key = PackageParts.prefix(packageId) + "files/" + number++;
                SubmissionManifest.File unpacked = unpack(packageId, zip, file, key, findings);
                if (unpacked != null) {
                    ofDocument.add(unpacked);
                }
                beat.next();
            }
            files.add(ofDocument);
        }
        return files;
    }

    private SubmissionManifest.@Nullable File unpack(
            UUID packageId, SipZip zip, SipFile file, String key, List<SipFinding> findings)
            throws IOException {
        MessageDigest counted = file.digest().begin();
        StoredObject stored;
        String mediaType = file.mediaType() == null ? "application/octet-stream" : file.mediaType();
        try (InputStream bytes = zip.open(file.item())) {
            stored =
                    working.put(
                            key,
                            new DigestInputStream(bytes, counted),
                            file.item().size(),
                            "application/octet-stream");
        } catch (SipRefused e) {
            findings.add(e.finding());
            return null;
        } catch (TruncatedSource e) {
            findings.add(SipFinding.of(SipCode.ZIP_ENTRY_DAMAGED, file.item().name()));
            return null;
        }
        if (!file.digest().matches(counted)) {
            findings.add(SipFinding.of(SipCode.FILE_DIGEST_MISMATCH, file.item().name()));
            return null;
        }
        UUID fileId =
                UUID.nameUUIDFromBytes(
                        (packageId + "\n" + file.item().name())
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new SubmissionManifest.File(
                new FileDescription(
                        fileId,
                        file.role(),
                        file.name(),
                        mediaType,
                        stored.size(),
                        stored.sha256()),
                working.bucket(),
                key,
                "%08x".formatted(stored.crc32()),
                "NOT_CHECKED");
    }

    /** Deletes what was unpacked; the parts stay. Repeated, it does nothing. */
    void clear(UUID packageId) {
        delete(PackageParts.prefix(packageId) + "files/");
    }

    /** Deletes everything of a package whose upload was given up. */
    void discard(UUID packageId) {
        delete(PackageParts.prefix(packageId));
    }

    private void delete(String prefix) {
        for (Iterator<ObjectStat> found = working.list(prefix); found.hasNext(); ) {
            working.delete(found.next().key());
        }
    }
}
