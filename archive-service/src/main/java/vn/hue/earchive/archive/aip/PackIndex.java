package vn.hue.earchive.archive.aip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies in a package, so that a part is read by range without opening the ZIP. Kept
 * beside the package as JSON.
 *
 * @param folder the only top folder of the ZIP; paths are relative to it
 * @param size bytes of the ZIP
 * @param sha256 lower-case hex of the ZIP
 * @param entries in the order of the ZIP
 */
public record PackIndex(String folder, long size, String sha256, List<Entry> entries) {

    /**
     * One file of the package.
     *
     * @param fileId id in the manifest; null for what the archive wrote itself
     * @param offset first byte of the data in the ZIP
     * @param length bytes in the ZIP
     * @param size bytes when unpacked; equal to {@code length} when stored
     * @param method {@code stored} or {@code deflated}
     * @param sha256 lower-case hex of the unpacked bytes
     */
    public record Entry(
            String path,
            @Nullable UUID fileId,
            long offset,
            long length,
            long size,
            String method,
            String sha256) {}

    public PackIndex {
        entries = List.copyOf(entries);
    }

    /** The entry with this path, relative to the folder. */
    public Optional<Entry> entry(String path) {
        return entries.stream().filter(e -> e.path().equals(path)).findFirst();
    }

    /** The files of the dossier, in package order. */
    public List<Entry> dataFiles() {
        return entries.stream().filter(e -> e.fileId() != null).toList();
    }
}
