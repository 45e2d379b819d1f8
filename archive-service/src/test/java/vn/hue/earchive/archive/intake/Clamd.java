package vn.hue.earchive.archive.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A clamd of our own on a free loopback port, with one signature: the EICAR test file's, built here
 * from parts, so that no scanner ever objects to this repository.
 */
public final class Clamd implements QuarkusTestResourceLifecycleManager {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private static @Nullable Path home;
    private static int port;
    private static @Nullable Process process;

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** The 68 characters of the EICAR test file. */
    static String eicar() {
        return "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
    }

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startAgain();
        return Map.of("earchive.clamd.host", "127.0.0.1", "earchive.clamd.port", "" + port);
    }

    @Override
    public void stop() {
        stopNow();
    }

    static synchronized void startAgain() {
        try {
            Path folder = home == null ? Files.createTempDirectory("clamd") : home;
            home = folder;
            String signature =
                    HexFormat.of().formatHex(eicar().getBytes(StandardCharsets.US_ASCII));
            Files.writeString(folder.resolve("test.ndb"), "Eicar-Test:0:0:" + signature + "\n");
            Path configuration = folder.resolve("clamd.conf");
            Files.write(
                    configuration,
                    List.of(
                            "Foreground yes",
                            "TCPSocket " + port,
                            "TCPAddr 127.0.0.1",
                            "DatabaseDirectory " + folder,
                            "TemporaryDirectory " + folder,
                            "OfficialDatabaseOnly no"));
            process =
                    new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("clamd.log").toFile())
                            .start();
            awaitPort(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized void stopNow() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
            process = null;
        }
    }

    private static void awaitPort(Path folder) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException(
                "clamd does not listen: " + Files.readString(folder.resolve("clamd.log")));
    }
}
