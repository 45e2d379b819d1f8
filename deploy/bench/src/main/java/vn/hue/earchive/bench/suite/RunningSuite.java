package vn.hue.earchive.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The suite that {@code deploy/up} has started, read from its folder: {@code stack.json} for ports
 * and credentials, {@code run/NAME.pid} ({@code PID START_MILLIS}) for the processes.
 *
 * @param settings sections {@code ports} and {@code secrets}
 * @param pids root process of each component and service that lives, by its name
 */
public record RunningSuite(JsonNode settings, Map<String, Long> pids) {

    /** The suite's own processes, in the order of the journey. */
    public static final List<String> SERVICES =
            List.of("gateway", "document-service", "archive-service", "search-service");

    /** The object stores; the floor runs on them alone. */
    public static final List<String> STORES = List.of("s3-primary", "s3-replica");

    private static final List<String> SERVERS =
            List.of("postgres", "kafka", "keycloak", "opensearch");

    public RunningSuite {
        pids = Map.copyOf(pids);
    }

    /**
     * Reads the folder of a suite.
     *
     * @param home for example {@code .stack/local}
     * @throws SuiteUnavailable when it is not there or one of its processes is missing
     */
    public static RunningSuite at(Path home) {
        Path file = home.resolve("stack.json");
        if (!Files.exists(file)) {
            throw new SuiteUnavailable(
                    "No suite was started here (" + file + " is absent). Start it with deploy/up.");
        }
        try {
            RunningSuite suite =
                    new RunningSuite(new ObjectMapper().readTree(file.toFile()), livePids(home));
            List<String> missing =
                    List.of(SERVICES, STORES, SERVERS).stream()
                            .flatMap(List::stream)
                            .filter(name -> !suite.pids.containsKey(name))
                            .toList();
            if (!missing.isEmpty()) {
                throw new SuiteUnavailable(
                        "The suite does not run completely: "
                                + String.join(", ", missing)
                                + " missing. deploy/up starts what has died, deploy/status tells how it is.");
            }
            return suite;
        } catch (IOException e) {
            throw new SuiteUnavailable(
                    "The suite's folder " + home + " cannot be read: " + e.getMessage());
        }
    }

    public URI gateway() {
        return local("gateway");
    }

    /** A service past the gateway. */
    public URI service(String name) {
        return local(name);
    }

    public URI opensearch() {
        return local("opensearch");
    }

    public String kafka() {
        return "127.0.0.1:" + port("kafka");
    }

    public URI tokenEndpoint() {
        return local("keycloak").resolve("/realms/earchive/protocol/openid-connect/token");
    }

    /** One service's database, as the superuser of the local stack. */
    public Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/" + name,
                "postgres",
                setting("secrets", "postgres"));
    }

    /** The one number that a question to a service's database gives. */
    public long number(String database, String question) throws SQLException {
        try (Connection connection = database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Processes of these names, and the bench itself as {@code bench}. */
    public Map<String, Long> pidsOf(List<String> names) {
        Map<String, Long> chosen = new TreeMap<>(pids);
        chosen.keySet().retainAll(names);
        chosen.put("bench", ProcessHandle.current().pid());
        return chosen;
    }

    public S3Access workingStore() {
        return store("s3-primary", "working");
    }

    public S3Access primaryStore() {
        return store("s3-primary", "archive");
    }

    public S3Access replicaStore() {
        return store("s3-replica", "archive");
    }

    private S3Access store(String component, String identity) {
        return new S3Access(
                local(component), identity, setting("secrets", component + "-" + identity));
    }

    private URI local(String component) {
        return URI.create("http://127.0.0.1:" + port(component));
    }

    private String port(String component) {
        return setting("ports", component);
    }

    private String setting(String section, String name) {
        JsonNode value = settings.path(section).path(name);
        if (value.isMissingNode()) {
            throw new SuiteUnavailable(
                    "stack.json has no "
                            + section
                            + "."
                            + name
                            + ": it is of another version of the stack.");
        }
        return value.asText();
    }

    /** Root process of each component and service that lives, by its name. */
    public static Map<String, Long> livePids(Path home) throws IOException {
        Map<String, Long> pids = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("run"), "*.pid")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".pid", "");
                pid(Files.readString(file)).ifPresent(pid -> pids.put(name, pid));
            }
        }
        return pids;
    }

    /** The pid of a pid file's content, if that very process still lives. */
    static Optional<Long> pid(String content) {
        List<String> words = List.of(content.strip().split(" "));
        if (words.size() != 2) {
            return Optional.empty();
        }
        long pid = Long.parseLong(words.get(0));
        long started = Long.parseLong(words.get(1));
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        handle.info()
                                .startInstant()
                                .map(at -> Math.abs(at.toEpochMilli() - started) <= 2_000)
                                .orElse(false))
                .map(ProcessHandle::pid);
    }
}
