package vn.hue.earchive.document.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.objects.StoredObject;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** The rows behind the objects of the working bucket that no document has claimed. */
@ApplicationScoped
public class Uploads implements PanacheRepositoryBase<Upload, UUID> {

    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final FileConfig config;
    private final Clock clock;

    Uploads(CurrentCaller caller, Idempotency idempotency, FileConfig config, Clock clock) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Makes the row before any byte is stored, in a transaction of its own.
     *
     * @return the upload, with its key {@code agency/yyyy/uuid}
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Upload begin(String fileName, String mediaType) {
        return begin(caller(), fileName, mediaType);
    }

    /** As {@link #begin(String, String)}, for a job that works for an agency. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Upload begin(Owner owner, String fileName, String mediaType) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        String key = owner.agencyId() + "/" + LegalDate.of(now).getYear() + "/" + id;
        Upload upload =
                new Upload(
                        id,
                        owner.agencyId(),
                        fileName,
                        mediaType,
                        key,
                        now,
                        owner.name(),
                        now.plus(config.expiry()));
        persist(upload);
        return upload;
    }

    /** For whom the current request stores. */
    Owner caller() {
        Caller by = caller.get();
        return new Owner(by.agencyId(), by.username());
    }

    /**
     * As {@link #begin}, for many in one transaction; same order.
     *
     * @param pieces name and media type
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Upload> beginAll(List<StageObjects.Piece> pieces) {
        Owner owner = caller();
        return pieces.stream().map(p -> begin(owner, p.name(), p.mediaType())).toList();
    }

    /** As {@link #complete}, for many in one transaction; same order. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Upload> completeAll(List<Upload> begun, List<StoredObject> objects) {
        Map<UUID, Upload> found = locked(begun.stream().map(Upload::id).toList());
        Instant expires = clock.instant().plus(config.expiry());
        List<Upload> done = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Upload upload = require(found, begun.get(i).id());
            upload.stored(objects.get(i), expires);
            done.add(upload);
        }
        return done;
    }

    /** The bytes are in the store. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Upload complete(UUID id, StoredObject object) {
        Upload upload = locked(id);
        upload.stored(object, clock.instant().plus(config.expiry()));
        return upload;
    }

    /** As {@link #complete}, for a request that may be repeated. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Answer<UploadView> completeOnce(UUID id, StoredObject object, @Nullable String key) {
        Upload begun = locked(id);
        Map<String, Object> request =
                Map.of(
                        "fileName", begun.fileName(),
                        "mediaType", begun.mediaType(),
                        "size", object.size(),
                        "sha256", object.sha256());
        return idempotency.once(
                "uploadFile",
                key,
                request,
                UploadView.class,
                () -> {
                    begun.stored(object, clock.instant().plus(config.expiry()));
                    return new Answer<>(201, "/v1/uploads/" + id, null, begun.view());
                });
    }

    /** Forgets an upload whose object is gone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forget(UUID id) {
        deleteById(id);
    }

    private Upload locked(UUID id) {
        Upload upload = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (upload == null) {
            throw new Problem(DocumentProblem.UPLOAD_NOT_AVAILABLE, id);
        }
        return upload;
    }

    /**
     * Takes uploads for a document, in the given order; to be called in the document's transaction.
     * Adds a finding for each that is unknown.
     *
     * @param pointer JSON pointer of the n-th upload
     * @throws Problem UPLOAD_NOT_AVAILABLE when another document has one or one has expired
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Upload> claim(
            List<UUID> ids, Findings findings, Function<Integer, String> pointer) {
        List<Upload> free = free(ids, findings, pointer);
        free.forEach(Upload::claim);
        return free;
    }

    /** As {@link #claim}, until a person decides about what they belong to. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Upload> holdFree(
            List<UUID> ids, Findings findings, Function<Integer, String> pointer) {
        List<Upload> free = free(ids, findings, pointer);
        free.forEach(Upload::hold);
        return free;
    }

    private List<Upload> free(
            List<UUID> ids, Findings findings, Function<Integer, String> pointer) {
        Map<UUID, Upload> found = locked(ids);
        for (int i = 0; i < ids.size(); i++) {
            if (!found.containsKey(ids.get(i))) {
                findings.add(pointer.apply(i), "UNKNOWN_UPLOAD", ids.get(i));
            }
        }
        findings.raise();
        Instant now = clock.instant();
        List<Upload> uploads = ids.stream().map(id -> require(found, id)).toList();
        uploads.forEach(upload -> refuseUnless(upload.isFree(now), upload));
        return uploads;
    }

    /** Gives back what a draft has claimed; it expires when nobody else takes it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(Upload upload) {
        upload.release(clock.instant().plus(config.expiry()));
    }

    /** Keeps uploads from expiring until a person decides about the message that brought them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(List<UUID> ids) {
        locked(ids).values().forEach(Upload::hold);
    }

    /** Takes what {@link #hold} kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Upload> claimHeld(List<UUID> ids) {
        Map<UUID, Upload> found = locked(ids);
        return ids.stream()
                .map(id -> require(found, id))
                .peek(u -> refuseUnless(u.isHeld(), u))
                .peek(Upload::claim)
                .toList();
    }

    /** The content of a file that waits for a person's decision. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ServeContent.Stored> held(UUID id) {
        return findByIdOptional(id)
                .filter(Upload::isHeld)
                .map(u ->
                        new ServeContent.Stored(
                                u.objectKey(), u.fileName(), u.mediaType(), u.size(), u.sha256()));
    }

    private Map<UUID, Upload> locked(List<UUID> ids) {
        // One order for all, so that two registrations never wait for each other.
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(Upload::id, Function.identity()));
    }

    private static Upload require(Map<UUID, Upload> found, UUID id) {
        Upload upload = found.get(id);
        if (upload == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return upload;
    }

    private static void refuseUnless(boolean available, Upload upload) {
        if (!available) {
            throw new Problem(DocumentProblem.UPLOAD_NOT_AVAILABLE, upload.fileName());
        }
    }
}
