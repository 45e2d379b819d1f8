package vn.hue.earchive.gateway.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one OpenAPI 3.1 document of those of the services. Components of the same name and content
 * are shared; where two services mean different things by one name, each gets the service's name in
 * front ({@code DossierView} becomes {@code ArchiveDossierView} and {@code DocumentDossierView}),
 * and so does every component that refers to such a one. Pure: the same documents give the same
 * result in any order.
 */
final class OpenApiMerge {

    static final String SECURITY_SCHEME = "token";

    private static final String REF = "#/components/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SortedMap<String, JsonNode> documents;
    private final BiPredicate<String, String> owns;
    private final Set<String> clashes = new HashSet<>();

    /**
     * @param documents service to its OpenAPI document
     * @param owns whether a service is reached by a path through the gateway; other paths are left
     *     out
     */
    OpenApiMerge(SortedMap<String, JsonNode> documents, BiPredicate<String, String> owns) {
        this.documents = documents;
        this.owns = owns;
        findClashes();
    }

    /**
     * Adds paths, components and tags of all services to the frame, which has {@code openapi} and
     * {@code info}.
     */
    ObjectNode into(ObjectNode frame) {
        ObjectNode merged = frame.deepCopy();
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("security").addObject().putArray(SECURITY_SCHEME);
        ObjectNode paths = merged.putObject("paths");
        ObjectNode components = merged.putObject("components");
        Set<JsonNode> tags = new LinkedHashSet<>();
        documents.forEach((service, document) -> {
            document.path("paths")
                    .properties()
                    .forEach(path -> {
                        if (owns.test(service, path.getKey())) {
                            paths.set(path.getKey(), operations(service, path.getValue()));
                        }
                    });
            document.path("components")
                    .properties()
                    .forEach(section -> addSection(service, components, section));
            document.path("tags").forEach(tags::add);
        });
        components
                .putObject("securitySchemes")
                .putObject(SECURITY_SCHEME)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "Access token of the identity server for the audience \"earchive\".");
        if (!tags.isEmpty()) {
            merged.putArray("tags").addAll(tags);
        }
        return merged;
    }

    private void addSection(
            String service, ObjectNode components, Map.Entry<String, JsonNode> section) {
        if (section.getKey().equals("securitySchemes")) {
            return;
        }
        ObjectNode target = components.withObjectProperty(section.getKey());
        section.getValue()
                .properties()
                .forEach(component ->
                        target.set(
                                name(service, section.getKey(), component.getKey()),
                                rewritten(service, component.getValue())));
    }

    private JsonNode operations(String service, JsonNode item) {
        JsonNode copy = rewritten(service, item);
        copy.forEach(operation -> {
            // One scheme for all; an operation that needs no token says so with an empty list.
            if (operation instanceof ObjectNode object && object.path("security").size() > 0) {
                object.remove("security");
            }
        });
        return copy;
    }

    private void findClashes() {
        Set<String> names = new TreeSet<>();
        documents
                .values()
                .forEach(document ->
                        document.path("components")
                                .properties()
                                .forEach(section ->
                                        section.getValue()
                                                .fieldNames()
                                                .forEachRemaining(name ->
                                                        names.add(section.getKey() + "/" + name))));
        int before;
        do {
            before = clashes.size();
            names.stream().filter(this::differs).forEach(clashes::add);
        } while (clashes.size() > before);
    }

    private boolean differs(String name) {
        JsonNode first = null;
        for (JsonNode document : documents.values()) {
            JsonNode component = document.path("components").at("/" + name);
            if (component.isMissingNode()) {
                continue;
            }
            if (first == null) {
                first = component;
            } else if (!first.equals(component) || refersToClash(component)) {
                return true;
            }
        }
        return false;
    }

    private boolean refersToClash(JsonNode node) {
        String target = target(node);
        if (target != null) {
            return clashes.contains(target);
        }
        for (JsonNode child : node) {
            if (refersToClash(child)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode rewritten(String service, JsonNode node) {
        String target = target(node);
        if (target != null) {
            int slash = target.indexOf('/');
            String section = target.substring(0, slash);
            return TextNode.valueOf(
                    REF + section + "/" + name(service, section, target.substring(slash + 1)));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.objectNode();
            object.properties()
                    .forEach(child ->
                            copy.set(child.getKey(), rewritten(service, child.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.arrayNode();
            array.forEach(child -> copy.add(rewritten(service, child)));
            return copy;
        }
        return node;
    }

    /**
     * {@code schemas/Dossier} for the text {@code #/components/schemas/Dossier}, wherever it
     * stands.
     */
    private static @Nullable String target(JsonNode node) {
        return node.isTextual()
                        && node.textValue().startsWith(REF)
                        && node.textValue().indexOf('/', REF.length()) > 0
                ? node.textValue().substring(REF.length())
                : null;
    }

    private String name(String service, String section, String name) {
        return clashes.contains(section + "/" + name)
                ? Character.toUpperCase(service.charAt(0)) + service.substring(1) + name
                : name;
    }
}
