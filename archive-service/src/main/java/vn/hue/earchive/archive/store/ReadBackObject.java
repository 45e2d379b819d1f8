package vn.hue.earchive.archive.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the stores tell of one place of the layout, and nothing else does. */
public sealed interface ReadBackObject {

    /** Prefix of the object, without the final slash. */
    String place();

    /** Copies that are damaged or incomplete. */
    List<Damage> damages();

    /**
     * @param what is wrong with this copy, for a person
     */
    record Damage(String store, String what) {}

    /**
     * A package.
     *
     * @param inventories lower-case SHA-256 of the inventory of each version, from the first
     * @param completeSince by store, when its last file was written, by the store's own clock
     */
    record FoundPackage(
            String place,
            StoredAip aip,
            List<String> inventories,
            Map<String, Instant> completeSince,
            List<Damage> damages)
            implements ReadBackObject {}

    /** A paper of the archive itself. */
    record FoundPaper(
            String place, StoredObject paper, List<String> inventories, List<Damage> damages)
            implements ReadBackObject {}

    /** Something that was committed, of which no store has a copy that can be believed. */
    record Unreadable(String place, List<Damage> damages) implements ReadBackObject {}

    /** What an attempt that did not commit has left; no object. */
    record Leftover(String place, List<Damage> damages) implements ReadBackObject {}
}
