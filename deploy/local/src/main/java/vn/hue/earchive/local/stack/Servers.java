package vn.hue.earchive.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.component.Databases;
import vn.hue.earchive.local.component.KafkaBroker;
import vn.hue.earchive.local.component.KeycloakServer;
import vn.hue.earchive.local.component.PostgresServer;
import vn.hue.earchive.local.component.S3Store;
import vn.hue.earchive.local.component.SearchNode;
import vn.hue.earchive.local.component.ServiceSettings;
import vn.hue.earchive.local.component.Settings;
import vn.hue.earchive.local.component.Site;
import vn.hue.earchive.local.component.VirusScanner;

/** The servers that the services stand on, and the places on them that tests get. */
record Servers(
        Settings settings,
        PostgresServer postgres,
        KafkaBroker kafka,
        S3Store primary,
        S3Store replica,
        SearchNode search,
        KeycloakServer keycloak,
        Optional<VirusScanner> scanner,
        Databases databases) {

    /** Access keys; each sees its own buckets only. */
    static final String WORKING = "working";

    static final String ARCHIVE = "archive";

    /** The evidence log, which neither of the others can touch. */
    static final String EVIDENCE = "evidence";

    /** What the files say: derived, and read by the search. */
    static final String TEXTS = "texts";

    /** Another body's bucket, which keeps checkpoints of the log. */
    static final String WITNESS = "witness";

    static Servers at(Site site) {
        PostgresServer postgres = new PostgresServer(site);
        Databases databases = new Databases(postgres, site.settings());
        return new Servers(
                site.settings(),
                postgres,
                new KafkaBroker(site),
                new S3Store(site, S3Store.PRIMARY, List.of(WORKING, ARCHIVE, EVIDENCE, TEXTS)),
                new S3Store(site, S3Store.REPLICA, List.of(ARCHIVE, WITNESS)),
                new SearchNode(site),
                new KeycloakServer(site, databases),
                VirusScanner.ifInstalled(site),
                databases);
    }

    /** Each after those that it needs. */
    List<Component> all() {
        List<Component> all = new ArrayList<>(List.of(postgres, kafka, primary, replica, search));
        scanner.ifPresent(all::add);
        all.add(keycloak);
        return all;
    }

    /**
     * The configuration of a module's tests on a place of their own, for those of the servers that
     * run.
     *
     * @param place names the database, topics, buckets and index; created by its first user
     */
    Map<String, String> place(String module, String place) {
        ServiceSettings configuration = new ServiceSettings();
        if (postgres.running()) {
            String database = place.replace('-', '_');
            databases.create(database, module);
            configuration.database(databases, database, module);
        }
        if (kafka.running()) {
            configuration.kafka(kafka, place + ".");
        }
        if (primary.running() && replica.running()) {
            configuration
                    .bucket(settings, "working", primary, WORKING, place + "-working")
                    .bucket(settings, "primary", primary, ARCHIVE, place + "-archive")
                    .bucket(settings, "replica", replica, ARCHIVE, place + "-archive")
                    .bucket(settings, "evidence", primary, EVIDENCE, place + "-evidence")
                    .bucket(settings, "texts", primary, TEXTS, place + "-texts")
                    .bucket(settings, "witness-demo", replica, WITNESS, place + "-witness")
                    .set("earchive.evidence.signing-key", settings.signingKey("evidence"));
        }
        if (search.running()) {
            configuration.search(search, place + "-");
        }
        if (keycloak.running()) {
            configuration
                    .identity(keycloak)
                    .set("keycloak.admin.username", KeycloakServer.ADMIN)
                    .set("keycloak.admin.password", settings.secret("keycloak-admin"));
        }
        scanner.filter(VirusScanner::running).ifPresent(configuration::scanner);
        return configuration.toMap();
    }
}
