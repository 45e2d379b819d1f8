package vn.hue.earchive.archive.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.PackIndex;

/** The index of a package as the JSON file that lies beside it. */
final class IndexFile {

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private IndexFile() {}

    static byte[] write(PackIndex index) {
        try {
            return JSON.writeValueAsBytes(index);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws FixityFailure when the file is missing or not the one that the inventory names
     */
    static PackIndex read(ArchiveBucket bucket, Inventory inventory) throws StoreFailure {
        byte[] bytes = Small.read(bucket, inventory.indexKey());
        if (bytes == null || !Digests.sha256(bytes).equals(inventory.indexSha256())) {
            throw new FixityFailure(
                    inventory.objectId(),
                    bucket.name(),
                    bytes == null ? "the index is missing" : "the index has another digest");
        }
        try {
            return JSON.readValue(bytes, PackIndex.class);
        } catch (IOException e) {
            throw new FixityFailure(inventory.objectId(), bucket.name(), "the index is unreadable");
        }
    }
}
