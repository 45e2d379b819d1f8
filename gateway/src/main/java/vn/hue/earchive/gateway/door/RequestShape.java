package vn.hue.earchive.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.problem.GatewayProblem;

/**
 * Refuses requests that the gateway and a service could read differently, or that are larger than
 * any honest one. Path rules are strict because the path decides the route while the service
 * resolves it again: {@code /v1/search/..%2f..%2fq/metrics} must not reach a service in any
 * spelling.
 */
@ApplicationScoped
class RequestShape {

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE";

    private static final String PATH_PUNCTUATION = "-._~!$&'()*+,;=:@/";

    private final LimitsConfig limits;

    RequestShape(LimitsConfig limits) {
        this.limits = limits;
    }

    /** What is wrong with the request, {@code null} where nothing is. */
    @Nullable Objection objection(HttpServerRequest request) {
        if (!METHODS.contains(request.method().name())) {
            return new Objection(GatewayProblem.METHOD_NOT_ALLOWED, "");
        }
        String uri = request.uri();
        if (uri.length() > limits.urlLength()) {
            return new Objection(GatewayProblem.URL_TOO_LONG, Integer.toString(limits.urlLength()));
        }
        int bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + 4;
        }
        if (bytes > limits.headerBytes()) {
            return new Objection(
                    GatewayProblem.HEADERS_TOO_LARGE, Integer.toString(limits.headerBytes()));
        }
        if (request.headers().getAll("authorization").size() > 1) {
            return new Objection(GatewayProblem.MALFORMED_REQUEST, "Authorization × 2");
        }
        if (request.version() == HttpVersion.HTTP_1_0
                && request.headers().contains("transfer-encoding")) {
            return new Objection(GatewayProblem.MALFORMED_REQUEST, "Transfer-Encoding, HTTP/1.0");
        }
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return isPlain(path) ? null : new Objection(GatewayProblem.MALFORMED_REQUEST, "path");
    }

    /**
     * True for an absolute path of non-empty segments, none of them "." or "..", whose encoded
     * octets stand for neither a separator, a dot, a percent sign nor a control character. A single
     * trailing slash is not plain either, except for the root itself.
     */
    static boolean isPlain(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        if (path.length() == 1) {
            return true;
        }
        int segment = 1;
        for (int i = 1; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                String name = path.substring(segment, i);
                if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                    return false;
                }
                segment = i + 1;
            } else if (path.charAt(i) == '%') {
                if (i + 2 >= path.length() || !isHarmless(path.charAt(i + 1), path.charAt(i + 2))) {
                    return false;
                }
                i += 2;
                if (i + 1 == path.length()) {
                    return true;
                }
            } else if (!isPathCharacter(path.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(char high, char low) {
        int octet = Character.digit(high, 16) * 16 + Character.digit(low, 16);
        if (Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0) {
            return false;
        }
        return octet > 0x20
                && octet != 0x7f
                && octet != '/'
                && octet != '\\'
                && octet != '.'
                && octet != '%'
                && octet != ';';
    }

    private static boolean isPathCharacter(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || PATH_PUNCTUATION.indexOf(c) >= 0;
    }

    record Objection(GatewayProblem problem, String detail) {}
}
