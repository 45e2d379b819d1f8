package vn.hue.earchive.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.archive.aip.FileSource;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The archive stores (primary first, then replicas), each an OCFL 1.1 storage root. Every operation
 * may be called by any instance at any time and again after a failure.
 */
@ApplicationScoped
public class AipStore {

    // Content that was not committed within this time belongs to an attempt that has died; a living
    // one commits within a quarter of it.
    private static final Duration LEFTOVER = Duration.ofHours(1);

    private final ArchiveStores stores;
    private final AipWriter writer;
    private final AipReader reader;
    private final AipReplicator replicator;
    private final Clock clock;

    @Inject
    AipStore(BuildAip build, ArchiveStores stores, Clock clock) {
        this(build, stores, clock, ArchiveObjects.randomAttempts());
    }

    AipStore(BuildAip build, ArchiveStores stores, Clock clock, Supplier<String> attempts) {
        this.stores = stores;
        this.clock = clock;
        this.writer = new AipWriter(build, stores, attempts);
        this.reader = new AipReader(stores);
        this.replicator = new AipReplicator(stores);
    }

    /**
     * Preserves a dossier: builds its package while the bytes of its files stream by, and writes it
     * to all stores at once. When this returns, at least one store holds the complete, verified
     * object; which ones says {@link StoredAip#stores}.
     *
     * <p>Idempotent: where a committed object with this id and these files exists already (an
     * earlier attempt whose answer was lost), it is completed if need be and returned as it is; the
     * source is not opened then.
     *
     * @throws vn.hue.earchive.archive.aip.FileMismatch when bytes differ from the manifest; nothing
     *     remains
     * @throws vn.hue.earchive.archive.aip.InvalidDescription when a field breaks the tables;
     *     nothing was opened
     * @throws AipConflict when the id is taken by an object with other files
     * @throws Problem STORE_UNAVAILABLE (STORE_FULL where that is the reason) when no store took
     *     it, or the source cannot be read; nothing was acknowledged, the call may be repeated
     */
    public StoredAip write(AipDescription aip, FileSource source) {
        return write(aip, source, stores());
    }

    /**
     * Like {@link #write(AipDescription, FileSource)}, to these stores only.
     *
     * @param wanted names of stores, at least one
     */
    public StoredAip write(AipDescription aip, FileSource source, List<String> wanted) {
        return ArchiveObjects.orProblem(() -> writer.write(aip, source, wanted));
    }

    /**
     * Preserves a changed dossier as a later version of its object: a whole new package, beside the
     * earlier ones. Written to the stores that hold the version before; the others are named in
     * {@link StoredAip#missing} and healed by {@link #replicate}. Readers see the version before
     * until this one is complete.
     *
     * <p>Idempotent like {@link #write}, where the head is this version with this message.
     *
     * @param version number that it becomes; the one before must be the head
     * @param note its message names the act, so that two different acts are told apart
     * @throws vn.hue.earchive.kit.objects.ObjectMissing when no store has the object
     * @throws AipConflict when the head is another version, or this one was made by another act
     */
    public StoredAip writeVersion(
            AipDescription aip, FileSource source, int version, VersionNote note) {
        return ArchiveObjects.orProblem(() -> writer.writeVersion(aip, source, version, note));
    }

    /** The committed object with this id, with the stores that hold it now. */
    public Optional<StoredAip> find(String objId) {
        return ArchiveObjects.orProblem(() -> writer.adopt(objId, null));
    }

    /**
     * Brings the object, with all its versions, to {@code store} from a store that has it,
     * verifying every digest on the way. Idempotent; nothing is committed there unless all bytes
     * are good.
     *
     * @return false when the store had the complete object already (by size, not by digest)
     * @throws FixityFailure when no good copy exists
     * @throws AipConflict when the store holds another object with this id
     * @throws vn.hue.earchive.kit.objects.ObjectMissing when no store has the object
     * @throws Problem STORE_UNAVAILABLE when the store or every source is down
     */
    public boolean replicate(String objId, String store) {
        return ArchiveObjects.orProblem(() -> replicator.replicate(objId, stores.named(store)));
    }

    /**
     * Part of a file. A read of a whole file is verified against its digest: up to 1 MiB before the
     * first byte is handed out, so that a bad copy is passed over where another one exists; beyond
     * that on the way, so that a stream of bad bytes never ends normally.
     *
     * @param offset first byte within the file
     * @param length bytes; -1 for all that follow
     * @throws FixityFailure when every copy is bad; also from the stream
     * @throws Problem STORE_UNAVAILABLE when no store answers
     */
    public InputStream read(FileSlice file, long offset, long length) {
        return reader.read(file, offset, length);
    }

    /**
     * Like {@link #read(FileSlice, long, long)} for any path of the package, for example {@code
     * METS.xml}; needs three more requests and reads the file from its beginning.
     *
     * @throws vn.hue.earchive.kit.objects.ObjectMissing when there is no such object or path
     */
    public InputStream read(String objId, String path, long offset, long length) {
        return reader.read(objId, path, offset, length);
    }

    /**
     * The package as it is stored: one ZIP whose only top folder is {@link AipDescription#folder}.
     * Verified on the way like a long file.
     *
     * @throws vn.hue.earchive.kit.objects.ObjectMissing when there is no such object
     */
    public InputStream readPackage(String objId) {
        return reader.readPackage(objId);
    }

    /**
     * Deletes what attempts that died have left of this object, once it is an hour old: content
     * that no committed inventory names. To be called for objects whose write did not end well, by
     * one caller or several. Unreachable stores are passed over.
     *
     * @return number of objects deleted
     */
    public int reap(String objId) {
        Instant before = clock.instant().minus(LEFTOVER);
        return ArchiveObjects.orProblem(() ->
                stores
                        .each(stores.all(), bucket -> new ObjectCopy(bucket, objId).reap(before))
                        .stream()
                        .mapToInt(ArchiveStores.Answer::value)
                        .sum());
    }

    /** Names of the configured stores, primary first. */
    public List<String> stores() {
        return stores.all().stream().map(ArchiveBucket::name).toList();
    }
}
