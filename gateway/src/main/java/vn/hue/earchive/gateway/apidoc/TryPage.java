package vn.hue.earchive.gateway.apidoc;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /try}: Swagger UI over the merged document, for a person with a token. Its files come from
 * a library on the class path, nothing is fetched from elsewhere, and the page may talk to its own
 * origin only.
 */
@ApplicationScoped
class TryPage {

    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String LIBRARY = "META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_VERSION =
            "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Served file to media type; nothing else of the library can be reached. */
    private static final Map<String, String> FILES =
            Map.of(
                    "swagger-ui.css", "text/css;charset=UTF-8",
                    "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
                    "favicon-32x32.png", "image/png");

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private final Map<String, Buffer> loaded = new ConcurrentHashMap<>();
    private final String library = LIBRARY + version() + "/";

    void publish(@Observes Router router) {
        router.get("/try").order(0).handler(context -> send(context, "try/index.html", HTML));
        FILES.forEach((file, type) ->
                router.get("/try/" + file)
                        .order(0)
                        .handler(context -> send(context, library + file, type)));
        router.get("/try/start.js")
                .order(0)
                .handler(context -> send(context, "try/start.js", SCRIPT));
    }

    private void send(RoutingContext context, String resource, String type) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("content-security-policy", CSP)
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=300");
        context.end(loaded.computeIfAbsent(resource, TryPage::load));
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open(LIBRARY_VERSION)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static Buffer load(String resource) {
        try (InputStream in = open(resource)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Missing on the class path: " + resource);
        }
        return in;
    }
}
