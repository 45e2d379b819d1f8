package vn.hue.earchive.local.component;

import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of one service against a stack, by property name. Only what the stack knows:
 * ports, addresses, credentials and names; how the service behaves is the service's own business.
 */
public final class ServiceSettings {

    private final Map<String, String> properties = new TreeMap<>();

    /** The service's own database, as its login role; migrations run as the owner. */
    public ServiceSettings database(Databases databases, String database, String prefix) {
        properties.put("quarkus.datasource.jdbc.url", databases.url(database));
        properties.put("quarkus.datasource.username", prefix + "_service");
        properties.put("quarkus.datasource.password", databases.password(prefix + "_service"));
        properties.put("quarkus.flyway.username", prefix + "_owner");
        properties.put("quarkus.flyway.password", databases.password(prefix + "_owner"));
        properties.put("quarkus.flyway.migrate-at-start", "true");
        properties.put("earchive.database.role-prefix", prefix);
        return this;
    }

    public ServiceSettings kafka(KafkaBroker broker, String topicsPrefix) {
        properties.put("kafka.bootstrap.servers", broker.address());
        // An empty value would count as a missing one.
        if (!topicsPrefix.isEmpty()) {
            properties.put("earchive.topics.prefix", topicsPrefix);
        }
        return this;
    }

    /**
     * One bucket under its configuration name.
     *
     * @param role {@code working}, {@code primary}, {@code replica}, {@code evidence} or {@code
     *     texts} or {@code witness-…}
     * @param identity the access key on that store
     */
    public ServiceSettings bucket(
            Settings settings, String role, S3Store store, String identity, String bucket) {
        String prefix = "earchive.s3." + role + ".";
        properties.put(prefix + "endpoint", store.address());
        properties.put(prefix + "access-key", identity);
        properties.put(prefix + "secret-key", settings.secret(store.name() + "-" + identity));
        properties.put(prefix + "bucket", bucket);
        properties.put("earchive.s3.create-buckets", "true");
        return this;
    }

    public ServiceSettings search(SearchNode node, String indexPrefix) {
        properties.put("earchive.opensearch.url", node.address());
        properties.put("earchive.opensearch.index-prefix", indexPrefix);
        return this;
    }

    /** Tokens of the stack's realm, and of no other, are believed. */
    public ServiceSettings identity(KeycloakServer keycloak) {
        properties.put("quarkus.oidc.auth-server-url", keycloak.realm());
        properties.put("quarkus.oidc.token.issuer", keycloak.realm());
        properties.put("quarkus.oidc.token.audience", "earchive");
        return this;
    }

    public ServiceSettings scanner(VirusScanner scanner) {
        properties.put("earchive.clamd.host", "127.0.0.1");
        properties.put("earchive.clamd.port", Integer.toString(scanner.port()));
        return this;
    }

    public ServiceSettings set(String property, String value) {
        properties.put(property, value);
        return this;
    }

    public Map<String, String> toMap() {
        return Map.copyOf(properties);
    }
}
