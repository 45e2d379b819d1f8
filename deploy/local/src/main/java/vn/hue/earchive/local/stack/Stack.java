package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.component.S3Store;
import vn.hue.earchive.local.component.Site;
import vn.hue.earchive.local.component.StackFailure;

/**
 * The components and services of one site by name. What is asked for is started together with what
 * it needs, side by side where nothing forbids it; what runs is left alone.
 */
final class Stack {

    /** Short names for several components. */
    private static final Map<String, Set<String>> GROUPS =
            Map.of(
                    "s3",
                    Set.of(S3Store.PRIMARY, S3Store.REPLICA),
                    "services",
                    Set.copyOf(Suite.SERVICES));

    /** Where archive-service looks for it; it is no component, each page starts its own. */
    private static final Path TESSERACT = Path.of("/usr/bin/tesseract");

    private final Site site;
    private final Servers servers;
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Map<String, AtomicInteger> places = new ConcurrentHashMap<>();

    Stack(Site site) {
        this.site = site;
        this.servers = Servers.at(site);
        servers.all().forEach(component -> components.put(component.name(), component));
        new Suite(site, servers)
                .services()
                .forEach(service -> components.put(service.name(), service));
    }

    List<Component> components() {
        return List.copyOf(components.values());
    }

    /**
     * Starts the named components and what they need; {@code s3} means both stores, {@code
     * services} all four. A service whose program was rebuilt since it started is started anew.
     *
     * @throws StackFailure when one of them cannot be started; those that do not need it are
     *     started nevertheless
     */
    void start(Set<String> names, Progress progress) throws IOException, InterruptedException {
        Set<String> wanted = withNeeds(names);
        List<Component> toStart = new ArrayList<>();
        for (Component component : components()) {
            if (wanted.contains(component.name())
                    && (!component.running() || component.outdated())) {
                component.stop();
                toStart.add(component);
            }
        }
        if (servers.scanner().isEmpty() && names.contains("services")) {
            progress.say(
                    "[  note ] clamd            not installed: files will be NOT_SCANNED by policy");
        }
        if (!Files.isExecutable(TESSERACT) && names.contains("services")) {
            progress.say(
                    "[  note ] tesseract        not installed: scans are not searched by what they show");
        }
        Resources.at(site.home()).require(toStart);
        new StartOrder(toStart, progress).run();
    }

    /** Stops everything, users before what they use. */
    void stop(Progress progress) throws InterruptedException {
        for (Component component : components().reversed()) {
            if (component.process().isPresent()) {
                component.stop();
                progress.say("[stopped] " + component.name());
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
        int number = places.computeIfAbsent(module, _ -> new AtomicInteger()).incrementAndGet();
        return servers.place(module, "test-" + module + "-" + number);
    }

    private Set<String> withNeeds(Set<String> names) {
        Set<String> wanted = new TreeSet<>();
        for (String name : names) {
            if (GROUPS.containsKey(name)) {
                wanted.addAll(withNeeds(GROUPS.get(name)));
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
