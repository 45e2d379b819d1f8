package vn.hue.earchive.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a {@code @QuarkusTest} on the build's real components:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = RealComponents.class, restrictToAnnotatedClass = false, initArgs = {
 *     @ResourceArg(name = "module", value = "document"),
 *     @ResourceArg(name = "components", value = "postgres,kafka,s3")})
 * }</pre>
 *
 * Each start of the application gets an empty database, topics, buckets and index. Tokens come from
 * {@link TestTokens}; with component {@code keycloak} the service trusts the real realm instead.
 */
public final class RealComponents implements QuarkusTestResourceLifecycleManager {

    private String module = "";
    private List<String> components = List.of("postgres", "kafka", "s3", "opensearch");

    @Override
    public void init(Map<String, String> arguments) {
        module = arguments.getOrDefault("module", "");
        if (module.isEmpty()) {
            throw new IllegalArgumentException("RealComponents needs the argument module");
        }
        String named = arguments.get("components");
        if (named != null) {
            components = named.isBlank() ? List.of() : List.of(named.split(","));
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration =
                new TreeMap<>(TestStack.forModule(module, components).quarkusConfig());
        // Port 0: several builds share a machine.
        configuration.put("quarkus.http.test-port", "0");
        if (!components.contains("keycloak")) {
            // Another module of the build may have started the realm: it is not this test's.
            configuration.remove("quarkus.oidc.auth-server-url");
            configuration.putAll(TestTokens.quarkusConfig());
        }
        return configuration;
    }

    @Override
    public void stop() {
        // The stack ends with the build, not with the module: the next module uses it too.
    }
}
