package vn.hue.earchive.archive.store;

import java.util.List;

/**
 * A version of an object that is durable in at least one archive store.
 *
 * @param version number of the head version, from 1
 * @param inventorySha256 lower-case hex of the inventory of that version
 * @param stores names of the stores that hold it, in configured order
 * @param missing names of the configured stores that do not hold it yet
 * @param paths logical paths of the version
 */
public record StoredObject(
        String objId,
        int version,
        String inventorySha256,
        List<String> stores,
        List<String> missing,
        List<String> paths) {}
