package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * PostgreSQL on the loopback interface, passwords by SCRAM, Vietnamese ICU collation as the
 * default. Durable ({@code fsync}) wherever data is kept; only a test stack, whose data is thrown
 * away, does without.
 */
public final class PostgresServer extends Component {

    public static final String NAME = "postgres";

    private final int port;

    public PostgresServer(Site site) {
        super(site, NAME);
        this.port = site.settings().port(NAME);
    }

    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    @Override
    public int memoryMiB() {
        return 150;
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port);
    }

    /** A connection as superuser; closed by the caller. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                address() + "postgres?connectTimeout=2&loginTimeout=5",
                "postgres",
                site.settings().secret("postgres"));
    }

    @Override
    protected void prepare() throws IOException, InterruptedException {
        Path data = site.data(NAME);
        Files.deleteIfExists(site.home().resolve("data/postgres.password"));
        if (Files.exists(data.resolve("PG_VERSION"))) {
            removeLockOfAStranger(data.resolve("postmaster.pid"));
            return;
        }
        Path password = site.home().resolve("data/postgres.password");
        Files.writeString(password, site.settings().secret("postgres"));
        Path log = site.home().resolve("log/initdb.log");
        List<String> initdb =
                new ArrayList<>(
                        asOrdinaryUser(
                                program("initdb"),
                                "--pgdata=" + data,
                                "--username=postgres",
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=icu",
                                "--icu-locale=vi-VN"));
        if (!site.profile().keepsData()) {
            initdb.add("--no-sync");
        }
        int exit =
                new ProcessBuilder(initdb)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        Files.deleteIfExists(password);
        if (exit != 0) {
            throw new StackFailure(
                    "initdb of PostgreSQL failed (exit code "
                            + exit
                            + "); its output is in "
                            + log
                            + ".");
        }
    }

    @Override
    protected List<String> command() throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                site.data(NAME).toString(),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "port=" + port,
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "max_connections=200",
                                "-c",
                                "shared_buffers=96MB",
                                "-c",
                                "timezone=UTC",
                                "-c",
                                "log_timezone=UTC"));
        if (site.profile().keepsData()) {
            arguments.addAll(List.of("-c", "fsync=on", "-c", "synchronous_commit=on"));
        } else {
            arguments.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
        }
        return asOrdinaryUser(program("postgres"), arguments.toArray(String[]::new));
    }

    @Override
    protected boolean answers(ChildProcess process) {
        if (!Probe.connects(port)) {
            return false;
        }
        try (Connection connection = superuser()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * INT is PostgreSQL's fast stop: open transactions are rolled back; TERM would wait for every
     * client to leave.
     */
    @Override
    protected String stopSignal() {
        return "INT";
    }

    private String program(String name) {
        return site.distributions().postgres().resolve("bin").resolve(name).toString();
    }

    /**
     * PostgreSQL refuses to run as root. Inside a user namespace without mappings root is nobody in
     * particular, yet still owns its files: nothing has to change hands.
     */
    private static List<String> asOrdinaryUser(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program);
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * After a hard kill the lock file may name a pid that now belongs to another program;
     * PostgreSQL would then refuse.
     */
    private static void removeLockOfAStranger(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        Optional<String> holder =
                lines.isEmpty()
                        ? Optional.empty()
                        : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                                .flatMap(handle -> handle.info().command());
        if (holder.isPresent() && !holder.get().endsWith("/postgres")) {
            Files.delete(lock);
        }
    }
}
