package vn.hue.earchive.archive.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the inventory of a new version, the same bytes for the same version. */
final class InventoryWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private InventoryWriter() {}

    /**
     * @param before the inventory of the version before, unchanged in what it says; null for v1
     * @param state lower-case SHA-256 by logical path: all files that the version consists of
     * @param added key relative to the object root by SHA-256, for content that is new
     */
    static Inventory write(
            String objectId,
            @Nullable Inventory before,
            VersionNote note,
            Map<String, String> state,
            Map<String, String> added) {
        ObjectNode root = before == null ? empty(objectId) : parse(before);
        String head = Ocfl.version(before == null ? 1 : before.number() + 1);
        root.put("head", head);
        ObjectNode manifest = root.withObject("/manifest");
        added.forEach((sha256, key) -> manifest.putArray(sha256).add(key));
        ObjectNode version = root.withObject("/versions").putObject(head);
        version.put("created", note.created().truncatedTo(ChronoUnit.SECONDS).toString());
        version.put("message", note.message());
        version.putObject("user").put("name", note.userName()).put("address", note.userAddress());
        ObjectNode paths = version.putObject("state");
        state.forEach((path, sha256) -> paths.withArray("/" + sha256).add(path));
        try {
            return Inventory.parse(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root))
                    .orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode empty(String objectId) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", objectId);
        root.put("type", "https://ocfl.io/1.1/spec/#inventory");
        root.put("digestAlgorithm", Ocfl.DIGEST);
        root.put("head", "");
        root.putObject("manifest");
        root.putObject("versions");
        return root;
    }

    private static ObjectNode parse(Inventory before) {
        try {
            return (ObjectNode) JSON.readTree(before.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an inventory that was read can be read", e);
        }
    }
}
