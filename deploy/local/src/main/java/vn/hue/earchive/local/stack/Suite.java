package vn.hue.earchive.local.stack;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.hue.earchive.local.component.KafkaBroker;
import vn.hue.earchive.local.component.KeycloakServer;
import vn.hue.earchive.local.component.PostgresServer;
import vn.hue.earchive.local.component.S3Store;
import vn.hue.earchive.local.component.SearchNode;
import vn.hue.earchive.local.component.ServiceProcess;
import vn.hue.earchive.local.component.ServiceSettings;
import vn.hue.earchive.local.component.Site;

/**
 * The four services on the components of a stack: who gets which database, buckets and addresses.
 */
final class Suite {

    static final String GATEWAY = "gateway";
    static final List<String> SERVICES =
            List.of("document-service", "archive-service", "search-service", GATEWAY);

    private final Servers servers;
    private final Site site;

    Suite(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
    }

    /** The services, each after those whose address it is given. */
    List<ServiceProcess> services() {
        ServiceProcess document =
                service("document-service", 0, Set.of(S3Store.PRIMARY), () -> document().toMap());
        ServiceProcess archive =
                service(
                        "archive-service",
                        0,
                        Set.of(S3Store.PRIMARY, S3Store.REPLICA),
                        () -> archive().toMap());
        ServiceProcess search =
                service(
                        "search-service",
                        0,
                        Set.of(SearchNode.NAME, S3Store.PRIMARY),
                        () -> search().toMap());
        ServiceProcess gateway =
                new ServiceProcess(
                        site,
                        GATEWAY,
                        8080,
                        Set.of(KeycloakServer.NAME),
                        () -> gateway(document, archive, search).toMap());
        return List.of(document, archive, search, gateway);
    }

    private ServiceProcess service(
            String name, int port, Set<String> more, Supplier<Map<String, String>> configuration) {
        Set<String> needs =
                new HashSet<>(Set.of(PostgresServer.NAME, KafkaBroker.NAME, KeycloakServer.NAME));
        needs.addAll(more);
        servers.scanner().ifPresent(scanner -> needs.add(scanner.name()));
        return new ServiceProcess(site, name, port, needs, configuration);
    }

    private ServiceSettings document() {
        return common("document")
                .bucket(site.settings(), "working", servers.primary(), Servers.WORKING, "working");
    }

    private ServiceSettings archive() {
        return common("archive")
                .bucket(site.settings(), "working", servers.primary(), Servers.WORKING, "working")
                .bucket(site.settings(), "primary", servers.primary(), Servers.ARCHIVE, "archive")
                .bucket(site.settings(), "replica", servers.replica(), Servers.ARCHIVE, "archive")
                .bucket(
                        site.settings(),
                        "evidence",
                        servers.primary(),
                        Servers.EVIDENCE,
                        "evidence")
                .bucket(site.settings(), "texts", servers.primary(), Servers.TEXTS, "texts")
                .bucket(
                        site.settings(),
                        "witness-demo",
                        servers.replica(),
                        Servers.WITNESS,
                        "witness")
                .set("earchive.evidence.signing-key", site.settings().signingKey("evidence"));
    }

    private ServiceSettings search() {
        return common("search")
                .search(servers.search(), "earchive-")
                .bucket(site.settings(), "texts", servers.primary(), Servers.TEXTS, "texts");
    }

    private ServiceSettings gateway(
            ServiceProcess document, ServiceProcess archive, ServiceProcess search) {
        return new ServiceSettings()
                .identity(servers.keycloak())
                .set("earchive.routes.document", document.address())
                .set("earchive.routes.archive", archive.address())
                .set("earchive.routes.search", search.address());
    }

    private ServiceSettings common(String prefix) {
        servers.databases().create(prefix, prefix);
        ServiceSettings settings =
                new ServiceSettings()
                        .database(servers.databases(), prefix, prefix)
                        .kafka(servers.kafka(), "")
                        .identity(servers.keycloak());
        servers.scanner().ifPresent(settings::scanner);
        return settings;
    }
}
