package vn.hue.earchive.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.FileSource;

/**
 * The archive stores (primary first, then replicas), each an OCFL 1.1 storage root. Every operation
 * may be called by any instance at any time and again after a failure.
 */
@ApplicationScoped
public class AipStore {

    /**
     * Preserves a dossier: builds its package while the bytes of its files stream by, and writes it
     * to all stores at once. When this returns, at least one store holds the complete, verified
     * object; which ones says {@link StoredAip#stores}.
     *
     * <p>Idempotent: where a complete object with this id and these files exists already (an
     * earlier attempt whose answer was lost), it is completed if need be and returned as it is; the
     * source is not opened then.
     *
     * @throws vn.hue.earchive.archive.aip.FileMismatch when bytes differ from the manifest; nothing
     *     remains
     * @throws AipConflict when the id is taken by an object with other files
     * @throws vn.hue.earchive.kit.problem.Problem STORE_UNAVAILABLE when no store took it, or the
     *     source cannot be read; nothing was acknowledged, the call may be repeated
     */
    public StoredAip write(AipDescription aip, FileSource source) {
        throw new UnsupportedOperationException();
    }

    /** The committed object with this id, with the stores that hold it now. */
    public Optional<StoredAip> find(String objId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings the object to {@code store} from a store that has it, verifying every digest on the
     * way. Idempotent.
     *
     * @return false when the store had the complete object already
     * @throws FixityFailure when no good copy exists
     * @throws AipConflict when the store holds another object with this id
     */
    public boolean replicate(String objId, String store) {
        throw new UnsupportedOperationException();
    }

    /**
     * Part of a file. A read of a whole file is verified against its digest: a bad copy is passed
     * over where another one exists, and a stream of bad bytes never ends normally.
     *
     * @param offset first byte within the file
     * @param length bytes; -1 for all that follow
     */
    public InputStream read(FileSlice file, long offset, long length) {
        throw new UnsupportedOperationException();
    }

    /** Like {@link #read(FileSlice, long, long)} for any path of the package, slower. */
    public InputStream read(String objId, String path, long offset, long length) {
        throw new UnsupportedOperationException();
    }

    /**
     * The package as it is stored: one ZIP whose only top folder is {@link AipDescription#folder}.
     */
    public InputStream readPackage(String objId) {
        throw new UnsupportedOperationException();
    }

    /** Names of the configured stores, primary first. */
    public List<String> stores() {
        throw new UnsupportedOperationException();
    }
}
