package vn.hue.earchive.archive.aip;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * Where the bytes of a dossier come from and what the checks said about them. Implemented by the
 * intake; used by one thread for one package.
 */
public interface FileSource {

    /**
     * Opens one file from its first byte. Called exactly once per file, in package order; the
     * stream is read to its end and closed. The package verifies size, CRC-32 and SHA-256 against
     * the manifest by itself, so an implementation need not hash again; a scanner is put into the
     * stream returned here.
     */
    InputStream open(SubmissionManifest.File file) throws IOException;

    /**
     * What the checks found. Called once, after the last byte of the last file was read and found
     * to be what the manifest says, and before anything is completed in a store. An exception
     * thrown here (the verdict is: return the dossier) reaches the caller of the write unchanged,
     * and nothing remains in any store.
     */
    AipChecks checks() throws IOException;

    /**
     * What the archive has to know of the holding besides its package, as a JSON object. Kept in
     * the index beside the package, so that the stores alone tell it. Called once, after {@link
     * #checks} and before anything is completed in a store; null when there is nothing to tell.
     */
    default @Nullable String custody() throws IOException {
        return null;
    }
}
