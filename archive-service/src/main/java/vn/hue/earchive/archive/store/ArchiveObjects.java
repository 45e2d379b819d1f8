package vn.hue.earchive.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Small objects in the archive stores that are not packages: fonds and custody, holds, decisions,
 * tombstones. Each is an OCFL 1.1 object with versions, so that it outlives the database. What is
 * written at once is held in memory; packages go through {@link AipStore}.
 *
 * <p>Every operation may be called by any instance at any time and again after a failure. {@link
 * AipStore#replicate} and {@link AipStore#reap} serve these objects as well.
 */
@ApplicationScoped
public class ArchiveObjects {

    private final SmallObjectWriter writer;
    private final SmallObjectReader reader;

    @Inject
    ArchiveObjects(ArchiveStores stores) {
        this(stores, randomAttempts());
    }

    ArchiveObjects(ArchiveStores stores, Supplier<String> attempts) {
        this.writer = new SmallObjectWriter(stores, attempts);
        this.reader = new SmallObjectReader(stores);
    }

    /**
     * Makes a version that consists of exactly these files, in all stores that hold the version
     * before. When this returns, at least one store holds it, complete and verified.
     *
     * <p>Idempotent: where this version exists already with these files and this message, it is
     * finished if need be and returned. Content that an earlier version has is not stored again.
     *
     * @param objId id of the object, a URI; {@code urn:earchive:{kind}:{uuid}} is usual
     * @param version number that it becomes: 1 makes the object, n needs n-1 as the head
     * @param files bytes by logical path, at least one; paths are relative, with {@code /}
     * @throws AipConflict when that version exists with another content, or the head is another one
     *     than the version before; nothing was changed
     * @throws Problem STORE_UNAVAILABLE or STORE_FULL when no store took it; it may be repeated
     */
    public StoredObject write(
            String objId, int version, VersionNote note, Map<String, byte[]> files) {
        return orProblem(() -> writer.write(objId, version, note, files));
    }

    /** The newest version with the stores that hold it, empty when no store has the object. */
    public Optional<StoredObject> find(String objId) {
        return orProblem(() -> writer.find(objId));
    }

    /**
     * A file of the head version, verified.
     *
     * @throws ObjectMissing when there is no such object or path
     * @throws FixityFailure when no store has it with the right digest
     */
    public byte[] read(String objId, String path) {
        return orProblem(() -> reader.read(objId, 0, path));
    }

    /** Like {@link #read(String, String)} for any version. */
    public byte[] read(String objId, int version, String path) {
        return orProblem(() -> reader.read(objId, version, path));
    }

    /** What each version says of itself, from the first. */
    public List<String> messages(String objId) {
        return orProblem(() -> reader.messages(objId));
    }

    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T orProblem(Work<T> work) {
        try {
            return work.run();
        } catch (NoStoreLeft e) {
            throw e.problem();
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    static Supplier<String> randomAttempts() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
