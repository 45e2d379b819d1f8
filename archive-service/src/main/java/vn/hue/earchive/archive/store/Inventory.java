package vn.hue.earchive.archive.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.AipDescription;

/**
 * The inventory of an OCFL object as this service needs it: which version is the head and under
 * which key lies what.
 *
 * @param json the inventory itself
 * @param content key relative to the object root by logical path, for the head version
 * @param digests lower-case SHA-256 by logical path, for the head version
 */
record Inventory(
        String json,
        String objectId,
        String head,
        Map<String, String> content,
        Map<String, String> digests) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first version: both files new. */
    static Inventory first(
            AipDescription aip, String directory, String packSha256, String indexSha256) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put(packSha256, List.of(directory + "/" + Ocfl.PACK));
        manifest.put(indexSha256, List.of(directory + "/" + Ocfl.INDEX));
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(packSha256, List.of(Ocfl.PACK));
        state.put(indexSha256, List.of(Ocfl.INDEX));
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("name", aip.archive().name());
        user.put("address", "urn:earchive:agency:" + aip.archive().code());
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("created", created(aip.createdAt()));
        version.put("message", "AIP " + aip.arcFileCode());
        version.put("user", user);
        version.put("state", state);
        Map<String, Object> inventory = new LinkedHashMap<>();
        inventory.put("id", aip.objId());
        inventory.put("type", "https://ocfl.io/1.1/spec/#inventory");
        inventory.put("digestAlgorithm", Ocfl.DIGEST);
        inventory.put("head", "v1");
        inventory.put("manifest", manifest);
        inventory.put("versions", Map.of("v1", version));
        try {
            return parse(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(inventory))
                    .orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when the bytes are not a whole inventory. */
    static Optional<Inventory> parse(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(bytes);
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
            boolean whole =
                    content.containsKey(Ocfl.PACK)
                            && content.containsKey(Ocfl.INDEX)
                            && content.values().stream().noneMatch(String::isEmpty);
            return whole
                    ? Optional.of(
                            new Inventory(
                                    new String(bytes, StandardCharsets.UTF_8),
                                    root.path("id").asText(),
                                    head,
                                    content,
                                    digests))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return Ocfl.utf8(json);
    }

    String packKey() {
        return Ocfl.objectRoot(objectId) + "/" + content.get(Ocfl.PACK);
    }

    String indexKey() {
        return Ocfl.objectRoot(objectId) + "/" + content.get(Ocfl.INDEX);
    }

    String packSha256() {
        return java.util.Objects.requireNonNull(digests.get(Ocfl.PACK));
    }

    String indexSha256() {
        return java.util.Objects.requireNonNull(digests.get(Ocfl.INDEX));
    }

    private static String created(Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}
