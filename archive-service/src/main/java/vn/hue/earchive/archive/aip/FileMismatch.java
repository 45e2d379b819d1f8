package vn.hue.earchive.archive.aip;

import java.util.UUID;

/**
 * The bytes of a file are not what the manifest says. Nothing of the package remains. Trying again
 * helps only if the source has changed.
 */
public final class FileMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID fileId;
    private final Kind kind;

    /** Which property differs. */
    public enum Kind {
        SIZE,
        CRC32,
        SHA256
    }

    FileMismatch(UUID fileId, Kind kind) {
        super(kind + " of file " + fileId + " differs from the manifest");
        this.fileId = fileId;
        this.kind = kind;
    }

    public UUID fileId() {
        return fileId;
    }

    public Kind kind() {
        return kind;
    }
}
