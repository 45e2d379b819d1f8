package vn.hue.earchive.search.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.local.RealComponents;

/**
 * PostgreSQL, Kafka, S3 and OpenSearch of the build, the last one behind a line that can be cut.
 */
public final class SearchComponents implements QuarkusTestResourceLifecycleManager {

    private final RealComponents components = new RealComponents();
    private @Nullable TcpProxy line;

    @Override
    public Map<String, String> start() {
        components.init(Map.of("module", "search", "components", "postgres,kafka,s3,opensearch"));
        Map<String, String> configuration = new HashMap<>(components.start());
        URI engine =
                URI.create(Objects.requireNonNull(configuration.get("earchive.opensearch.url")));
        try {
            line = new TcpProxy(engine.getHost(), engine.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.put("earchive.opensearch.url", "http://127.0.0.1:" + line.port());
        configuration.put("test.opensearch.url", engine.toString());
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                line, new TestInjector.AnnotatedAndMatchesType(EngineLine.class, TcpProxy.class));
    }

    @Override
    public void stop() {
        if (line != null) {
            line.close();
        }
        components.stop();
    }
}
