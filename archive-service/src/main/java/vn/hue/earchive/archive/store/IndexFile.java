package vn.hue.earchive.archive.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.PackIndex;

/**
 * The index of a package as the JSON file that lies beside it, and in it, as {@code custody}, what
 * the archive has to know besides (ADR 0140).
 *
 * @param custody a JSON object; null where the package was written without
 */
record IndexFile(PackIndex index, @Nullable String custody) {

    private static final String CUSTODY = "custody";

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    byte[] bytes() {
        try {
            ObjectNode file = JSON.valueToTree(index);
            if (custody != null) {
                file.set(CUSTODY, JSON.readTree(custody));
            }
            return JSON.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws FixityFailure when the file is missing or not the one that the inventory names
     */
    static IndexFile read(ArchiveBucket bucket, Inventory inventory) throws StoreFailure {
        byte[] bytes = Small.read(bucket, inventory.indexKey());
        if (bytes == null || !Digests.sha256(bytes).equals(inventory.indexSha256())) {
            throw new FixityFailure(
                    inventory.objectId(),
                    bucket.name(),
                    bytes == null ? "the index is missing" : "the index has another digest");
        }
        try {
            return parse(bytes);
        } catch (IOException e) {
            throw new FixityFailure(inventory.objectId(), bucket.name(), "the index is unreadable");
        }
    }

    /**
     * @throws IOException when it is no index
     */
    static IndexFile parse(byte[] bytes) throws IOException {
        JsonNode file = JSON.readTree(bytes);
        JsonNode custody = file.get(CUSTODY);
        return new IndexFile(
                JSON.treeToValue(file, PackIndex.class),
                custody == null ? null : JSON.writeValueAsString(custody));
    }
}
