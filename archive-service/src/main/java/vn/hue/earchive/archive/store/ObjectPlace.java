package vn.hue.earchive.archive.store;

import java.util.Map;

/**
 * A place of the layout with something in it, as listings tell it.
 *
 * @param place prefix of the object, without the final slash
 * @param files of each store that has something there, by the store's name, primary first
 */
public record ObjectPlace(String place, Map<String, Files> files) {

    /** What one store has there; keys are relative to the place. */
    public static final class Files {

        private final Map<String, ArchiveBucket.Listed> byKey;

        Files(Map<String, ArchiveBucket.Listed> byKey) {
            this.byKey = byKey;
        }

        Map<String, ArchiveBucket.Listed> byKey() {
            return byKey;
        }
    }
}
