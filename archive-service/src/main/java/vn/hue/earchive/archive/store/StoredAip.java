package vn.hue.earchive.archive.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.PackIndex;

/**
 * A package that is durable in at least one archive store.
 *
 * @param objId OCFL object id
 * @param ocflVersion for example {@code v1}
 * @param inventorySha256 lower-case hex of the inventory of that version
 * @param stores names of the stores that hold the complete object, in configured order; a store
 *     that is missing here is healed by {@link AipStore#replicate}
 * @param missing names of the configured stores that do not hold it yet
 * @param packKey key of the package in those stores
 * @param packSha256 lower-case hex of the package
 * @param size bytes of the package
 * @param files one per file of the dossier, in package order
 * @param custody what the archive noted of the holding beside the package, a JSON object; of the
 *     attempt that was committed, whoever asks; null where the package was written without
 */
public record StoredAip(
        String objId,
        String ocflVersion,
        String inventorySha256,
        List<String> stores,
        List<String> missing,
        String packKey,
        String packSha256,
        long size,
        List<FileSlice> files,
        @Nullable String custody) {

    static StoredAip of(
            Inventory inventory, IndexFile file, List<String> stores, List<String> missing) {
        PackIndex index = file.index();
        return new StoredAip(
                inventory.objectId(),
                inventory.head(),
                inventory.sha256(),
                stores,
                missing,
                inventory.packKey(),
                inventory.packSha256(),
                index.size(),
                index.dataFiles().stream()
                        .map(e ->
                                new FileSlice(
                                        inventory.objectId(),
                                        Objects.requireNonNull(e.fileId()),
                                        e.path(),
                                        inventory.packKey(),
                                        e.offset(),
                                        e.length(),
                                        e.sha256()))
                        .toList(),
                file.custody());
    }
}
