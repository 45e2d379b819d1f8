package vn.hue.earchive.gateway.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner of a path by its longest known prefix of two or three segments ({@code
 * /v1/dossiers}, {@code /v1/operations/document}): two lookups whatever the number of routes.
 * Immutable.
 */
final class RouteTable {

    private final Map<String, String> owners = new HashMap<>();

    /**
     * @param paths service to the prefixes it owns
     * @throws IllegalArgumentException when a prefix has another shape or two owners
     */
    RouteTable(Map<String, List<String>> paths) {
        paths.forEach((service, prefixes) ->
                prefixes.forEach(prefix -> {
                    if (!prefix.matches("/v1/[a-z-]+(/[a-z-]+)?")) {
                        throw new IllegalArgumentException(
                                "earchive.paths." + service + ": not a prefix: " + prefix);
                    }
                    String other = owners.put(prefix, service);
                    if (other != null) {
                        throw new IllegalArgumentException(
                                prefix + " is owned by " + other + " and " + service);
                    }
                }));
    }

    /** The service that owns the path, {@code null} when none does. */
    @Nullable String owner(String path) {
        int second = path.indexOf('/', 1);
        if (second < 0) {
            return null;
        }
        int third = end(path, second + 1);
        String two = owners.get(path.substring(0, third));
        if (two != null || third == path.length()) {
            return two;
        }
        return owners.get(path.substring(0, end(path, third + 1)));
    }

    private static int end(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
