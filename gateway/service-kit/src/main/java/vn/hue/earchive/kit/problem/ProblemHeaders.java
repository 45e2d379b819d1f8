package vn.hue.earchive.kit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** Headers that belong to a status. */
final class ProblemHeaders {

    private static final Map<Integer, Map<String, String>> BY_STATUS =
            Map.of(
                    401, Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                    429, Map.of(HttpHeaders.RETRY_AFTER, "1"),
                    503, Map.of(HttpHeaders.RETRY_AFTER, "5"));

    private ProblemHeaders() {}

    static Map<String, String> of(ProblemType type) {
        return BY_STATUS.getOrDefault(type.status(), Map.of());
    }
}
