package vn.hue.earchive.local.component;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * One of the suite's services, run as it is deployed: the packaged application, configured from
 * outside. What runs is a copy of the build's output, so that a build may go on beside it.
 */
public final class ServiceProcess extends Component {

    private final int port;
    private final Set<String> needs;
    private final Supplier<Map<String, String>> configuration;
    private final ApplicationCopy application;

    /**
     * @param name also the Maven module's folder
     * @param preferredPort taken by the stack of {@code deploy/up} when it is free at its first
     *     start; 0 for any
     * @param configuration asked at each start, when everything that it needs is ready
     */
    public ServiceProcess(
            Site site,
            String name,
            int preferredPort,
            Set<String> needs,
            Supplier<Map<String, String>> configuration) {
        super(site, name);
        // A build beside a stack that is being made must not take its address away.
        this.port =
                site.settings()
                        .port(name, site.profile().keepsData() ? preferredPort : 0, 20_000, 29_999);
        this.needs = Set.copyOf(needs);
        this.configuration = configuration;
        this.application =
                new ApplicationCopy(
                        site.root().resolve(name).resolve("target/quarkus-app"),
                        site.home().resolve("app").resolve(name));
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public int memoryMiB() {
        return 350;
    }

    @Override
    public boolean outdated() throws IOException {
        return application.outdated();
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port);
    }

    @Override
    protected void prepare() throws IOException {
        if (!application.built()) {
            throw new StackFailure(name() + " is not built. Run ./mvnw -Dquick package.");
        }
        application.refresh();
        Properties properties = new Properties();
        properties.putAll(configuration.get());
        // Its log is a file that a person reads.
        properties.setProperty("quarkus.log.console.json.enabled", "false");
        properties.setProperty("quarkus.http.host", "127.0.0.1");
        properties.setProperty("quarkus.http.port", Integer.toString(port));
        Path file = configurationFile();
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    /**
     * Small at rest: the heap starts small, gives back what a burst has taken, and the C library
     * keeps no arena for each thread.
     */
    @Override
    protected List<String> command() {
        return new JavaProgram(256)
                .flags(
                        "-Xms32m",
                        "-Xmn24m",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=25",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TrimNativeHeapInterval=60000",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .jar(application.runner());
    }

    @Override
    protected Map<String, String> environment() {
        try {
            return Map.of(
                    "QUARKUS_CONFIG_LOCATIONS",
                    configurationFile().toUri().toString(),
                    "MALLOC_ARENA_MAX",
                    "2");
        } catch (IOException e) {
            throw new StackFailure(
                    name() + " has no place for its configuration: " + e.getMessage(), e);
        }
    }

    @Override
    protected boolean answers(ChildProcess process) throws InterruptedException {
        return Probe.connects(port) && Probe.httpStatus(address() + "/q/health/ready") == 200;
    }

    /**
     * Each question of a service that is not ready makes it ask its own servers, and write a log
     * line.
     */
    @Override
    protected Duration pollInterval() {
        return Duration.ofMillis(250);
    }

    /** Four of them start at once, on a machine that may be building something else. */
    @Override
    protected Duration startTimeout() {
        return Duration.ofMinutes(5);
    }

    /** A service finishes the requests it has taken. */
    @Override
    protected Duration stopTimeout() {
        return Duration.ofSeconds(30);
    }

    private Path configurationFile() throws IOException {
        return site.config(name()).resolve("application.properties");
    }
}
