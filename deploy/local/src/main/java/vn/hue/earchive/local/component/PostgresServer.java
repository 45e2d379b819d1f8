package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private OrdinaryUser user = OrdinaryUser.MYSELF;

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
        user = OrdinaryUser.here();
        if (Files.exists(data())) {
            removeLockOfAStranger(data().resolve("postmaster.pid"));
        } else {
            initialise();
        }
        user.give(data());
    }

    /** Makes the cluster aside and moves it into place: one that was interrupted is never used. */
    private void initialise() throws IOException, InterruptedException {
        Path draft = site.freshData("postgres.draft");
        Path secrets = site.freshData("postgres.password");
        Path password = secrets.resolve("superuser");
        Files.writeString(password, site.settings().secret("postgres"));
        user.give(draft);
        user.give(secrets);
        Path log = site.home().resolve("log/initdb.log");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--pgdata=" + draft,
                                "--username=postgres",
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=icu",
                                "--icu-locale=vi-VN"));
        if (!site.profile().keepsData()) {
            arguments.add("--no-sync");
        }
        int exit =
                new ProcessBuilder(user.command(program("initdb"), arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        Folders.delete(secrets);
        if (exit != 0) {
            throw new StackFailure(
                    "PostgreSQL's cluster could not be made (initdb ended with %d).%n%s"
                            .formatted(exit, logEnd(log)));
        }
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    protected List<String> command() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                data().toString(),
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
        return user.command(program("postgres"), arguments);
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

    private Path data() {
        return site.home().resolve("data").resolve(NAME);
    }

    private String program(String name) {
        return site.distributions().postgres().resolve("bin").resolve(name).toString();
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
