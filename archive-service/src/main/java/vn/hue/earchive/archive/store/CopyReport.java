package vn.hue.earchive.archive.store;

import java.util.List;

/**
 * What a check of one copy found.
 *
 * @param settled false while a writer is at work on the object: nothing can be said now
 * @param files files that were read
 * @param bytes bytes that were read
 * @param defects everything that is wrong, empty for a good copy
 * @param inventories lower-case SHA-256 of the inventory of each version, from the first; empty
 *     when no store has one that can be believed
 * @param listing digest of the names and sizes of its files, the same for every good copy
 */
public record CopyReport(
        boolean settled,
        int files,
        long bytes,
        List<Defect> defects,
        List<String> inventories,
        String listing) {

    static CopyReport busy() {
        return new CopyReport(false, 0, 0, List.of(), List.of(), "");
    }

    /** Complete, every byte as it should be, and nothing besides. */
    public boolean isGood() {
        return settled && defects.isEmpty();
    }
}
