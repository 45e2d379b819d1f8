package vn.hue.earchive.local.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.component.Databases;
import vn.hue.earchive.local.component.KafkaBroker;
import vn.hue.earchive.local.component.KeycloakServer;
import vn.hue.earchive.local.component.PostgresServer;
import vn.hue.earchive.local.component.S3Store;
import vn.hue.earchive.local.component.SearchNode;
import vn.hue.earchive.local.component.ServiceSettings;
import vn.hue.earchive.local.component.Site;
import vn.hue.earchive.local.component.StackFailure;

/**
 * The components of one site by name. What is asked for is started together with what it needs,
 * side by side where nothing forbids it; what runs is left alone.
 */
final class Stack {

    private static final String WORKING = "working";
    private static final String ARCHIVE = "archive";

    private final Site site;
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final S3Store primary;
    private final S3Store replica;
    private final SearchNode search;
    private final KeycloakServer keycloak;
    private final Databases databases;
    private final Map<String, AtomicInteger> moduleCounts = new ConcurrentHashMap<>();

    Stack(Site site) {
        this.site = site;
        this.postgres = add(new PostgresServer(site));
        this.kafka = add(new KafkaBroker(site));
        this.primary = add(new S3Store(site, S3Store.PRIMARY, List.of(WORKING, ARCHIVE)));
        this.replica = add(new S3Store(site, S3Store.REPLICA, List.of(ARCHIVE)));
        this.search = add(new SearchNode(site));
        this.databases = new Databases(postgres, site.settings());
        this.keycloak = add(new KeycloakServer(site, databases));
    }

    private <C extends Component> C add(C component) {
        components.put(component.name(), component);
        return component;
    }

    List<Component> components() {
        return List.copyOf(components.values());
    }

    /**
     * Starts the named components and what they need; {@code s3} means both stores.
     *
     * @throws StackFailure when one of them cannot be started; the others are started nevertheless
     */
    void start(Set<String> names, Progress progress) throws InterruptedException {
        Set<String> wanted = withNeeds(names);
        List<Component> toStart =
                components().stream()
                        .filter(c -> wanted.contains(c.name()))
                        .filter(c -> !c.running())
                        .toList();
        Resources.require(site, toStart);
        new StartOrder(toStart, progress).run();
    }

    /** Stops everything, users before what they use. */
    void stop(Progress progress) throws InterruptedException {
        List<Component> order = new ArrayList<>(components().reversed());
        order.remove(postgres);
        order.add(postgres);
        for (Component component : order) {
            if (component.process().isPresent()) {
                component.stop();
                progress.say(component.name() + " stopped");
            }
        }
    }

    /**
     * A fresh place on this stack for one start of a module's tests: database, topics, buckets and
     * index of its own.
     *
     * @return the configuration by property name, for those of the components that run
     */
    Map<String, String> place(String module) {
        int number =
                moduleCounts.computeIfAbsent(module, _ -> new AtomicInteger()).incrementAndGet();
        String name = "test-" + module + "-" + number;
        ServiceSettings settings = new ServiceSettings();
        if (postgres.running()) {
            String database = name.replace('-', '_');
            databases.create(database, module);
            settings.database(databases, database, module);
        }
        if (kafka.running()) {
            settings.kafka(kafka, name + ".");
        }
        if (primary.running() && replica.running()) {
            settings.bucket(site.settings(), "working", primary, WORKING, name + "-working");
            settings.bucket(site.settings(), "primary", primary, ARCHIVE, name + "-archive");
            settings.bucket(site.settings(), "replica", replica, ARCHIVE, name + "-archive");
        }
        if (search.running()) {
            settings.search(search, name + "-");
        }
        if (keycloak.running()) {
            settings.identity(keycloak);
        }
        return settings.toMap();
    }

    private Set<String> withNeeds(Set<String> names) {
        Set<String> wanted = new TreeSet<>();
        for (String name : names) {
            if (name.equals("s3")) {
                wanted.addAll(Set.of(S3Store.PRIMARY, S3Store.REPLICA));
                continue;
            }
            Component component = components.get(name);
            if (component == null) {
                throw new StackFailure(
                        "There is no component "
                                + name
                                + "; known are "
                                + components.keySet()
                                + ".");
            }
            wanted.add(name);
            wanted.addAll(withNeeds(component.needs()));
        }
        return wanted;
    }
}
