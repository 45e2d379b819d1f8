package vn.hue.earchive.archive.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;

/**
 * The inventory of an OCFL object as this service needs it: which version is the head and under
 * which key lies what. Written by {@link InventoryWriter}.
 *
 * @param json the inventory itself
 * @param head for example {@code v2}
 * @param content key relative to the object root by logical path, for the head version
 * @param digests lower-case SHA-256 by logical path, for the head version
 * @param manifest lower-case SHA-256 by key relative to the object root, for every version
 * @param messages what each version says of itself, by number
 */
record Inventory(
        String json,
        String objectId,
        String head,
        Map<String, String> content,
        Map<String, String> digests,
        Map<String, String> manifest,
        Map<Integer, String> messages) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when the bytes are not a whole inventory. */
    static Optional<Inventory> parse(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(bytes, JSON.readTree(bytes)))
                    .filter(inventory ->
                            !inventory.content.isEmpty()
                                    && Ocfl.isVersion(inventory.head)
                                    && inventory.content.values().stream()
                                            .noneMatch(String::isEmpty));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Inventory read(byte[] bytes, JsonNode root) {
        String head = root.path("head").asText();
        Map<String, String> content = new LinkedHashMap<>();
        Map<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> state :
                root.path("versions").path(head).path("state").properties()) {
            String key = root.path("manifest").path(state.getKey()).path(0).asText();
            for (JsonNode path : state.getValue()) {
                content.put(path.asText(), key);
                digests.put(path.asText(), state.getKey());
            }
        }
        Map<String, String> manifest = new LinkedHashMap<>();
        root.path("manifest")
                .properties()
                .forEach(entry ->
                        entry.getValue()
                                .forEach(key -> manifest.put(key.asText(), entry.getKey())));
        Map<Integer, String> messages = new TreeMap<>();
        root.path("versions")
                .properties()
                .forEach(version ->
                        messages.put(
                                Ocfl.number(version.getKey()),
                                version.getValue().path("message").asText()));
        return new Inventory(
                new String(bytes, StandardCharsets.UTF_8),
                root.path("id").asText(),
                head,
                content,
                digests,
                manifest,
                messages);
    }

    byte[] bytes() {
        return Ocfl.utf8(json);
    }

    /** Lower-case hex of the inventory itself. */
    String sha256() {
        return Digests.sha256(bytes());
    }

    /** Number of the head version. */
    int number() {
        return Ocfl.number(head);
    }

    /** What the head version says of itself. */
    String message() {
        return Objects.requireNonNull(messages.get(number()));
    }

    /** Whether the object is a package with its index, and not another kind of object. */
    boolean isPackage() {
        return content.containsKey(Ocfl.PACK) && content.containsKey(Ocfl.INDEX);
    }

    String packKey() {
        return key(Ocfl.PACK);
    }

    String indexKey() {
        return key(Ocfl.INDEX);
    }

    String packSha256() {
        return Objects.requireNonNull(digests.get(Ocfl.PACK));
    }

    String indexSha256() {
        return Objects.requireNonNull(digests.get(Ocfl.INDEX));
    }

    /** Key in the bucket of a logical path of the head version. */
    String key(String logicalPath) {
        return Ocfl.objectRoot(objectId)
                + "/"
                + Objects.requireNonNull(content.get(logicalPath), logicalPath);
    }
}
