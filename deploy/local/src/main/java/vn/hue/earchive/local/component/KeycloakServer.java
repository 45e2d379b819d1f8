package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * Keycloak on a PostgreSQL database of its own, with the demo realm imported at the first start.
 * Its configuration is compiled into the distribution once (Keycloak calls it build) and kept with
 * it; a start then takes seconds.
 */
public final class KeycloakServer extends Component {

    public static final String NAME = "keycloak";
    public static final String ADMIN = "admin";
    private static final String REALM = "earchive";

    private final int port;
    private final int managementPort;
    private final Databases databases;

    public KeycloakServer(Site site, Databases databases) {
        super(site, NAME);
        this.databases = databases;
        this.port = site.settings().port(NAME);
        this.managementPort = site.settings().port("keycloak-management");
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The issuer of the realm's tokens. */
    public String realm() {
        return address() + "/realms/" + REALM;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PostgresServer.NAME);
    }

    @Override
    public int memoryMiB() {
        return 550;
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port, managementPort);
    }

    @Override
    protected void prepare() throws IOException {
        databases.createPlain(NAME);
        Path distribution = site.distributions().keycloak(KeycloakServer::compile);
        Path home = home();
        link(distribution, home);
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                site.root().resolve("deploy/keycloak/demo/earchive-realm.json"),
                realms.resolve("earchive-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    protected List<String> command() throws IOException {
        return program(home(), 320)
                .flags("-Xms64m")
                .main(
                        home().resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        List.of(
                                "start",
                                "--optimized",
                                "--import-realm",
                                "--cache=local",
                                "--hostname=" + address(),
                                "--http-enabled=true",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--http-management-host=127.0.0.1",
                                "--http-management-port=" + managementPort,
                                "--db-url=" + databases.url(NAME),
                                "--db-username=" + NAME));
    }

    /**
     * Passwords go through the environment: a command line can be read by every user of the
     * machine.
     */
    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD",
                databases.password(NAME),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                site.settings().secret("keycloak-admin"));
    }

    /**
     * The log says that it has started before the realm can be asked; its discovery document is
     * what the services need.
     */
    @Override
    protected boolean answers(ChildProcess process) throws InterruptedException {
        return Probe.connects(port)
                && Probe.httpStatus(realm() + "/.well-known/openid-configuration") == 200;
    }

    @Override
    protected Duration startTimeout() {
        return Duration.ofMinutes(5);
    }

    private Path home() throws IOException {
        return site.config(NAME);
    }

    private static void compile(Path distribution) throws IOException, InterruptedException {
        Path log = distribution.resolve("build.log");
        int exit =
                new ProcessBuilder(
                                program(distribution, 512)
                                        .main(
                                                distribution
                                                        .resolve("lib/quarkus-run.jar")
                                                        .toString(),
                                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                                                List.of(
                                                        "build",
                                                        "--db=postgres",
                                                        "--health-enabled=true",
                                                        "--cache=local")))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exit != 0) {
            Path kept = distribution.resolveSibling("keycloak-build.log");
            Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
            throw new StackFailure(
                    "Keycloak could not be built (exit code " + exit + "); see " + kept + ".");
        }
    }

    /**
     * What {@code kc.sh} passes; run without that script, because it keeps a shell between us and
     * the server.
     */
    private static JavaProgram program(Path home, int heapMiB) {
        return new JavaProgram(heapMiB)
                .quickStart()
                .flags(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
    }

    /** Every stack sees the one distribution through links and has only {@code data} of its own. */
    private static void link(Path distribution, Path home) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(distribution)) {
            for (Path part : parts) {
                Path link = home.resolve(part.getFileName().toString());
                if (!part.endsWith("data")) {
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, part);
                }
            }
        }
    }
}
