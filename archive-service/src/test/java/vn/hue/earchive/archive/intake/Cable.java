package vn.hue.earchive.archive.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP cable to a server that can be pulled and plugged in again: connections break and fail. */
public final class Cable implements Closeable {

    private final ServerSocket ear;
    private final String host;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    private Cable(ServerSocket ear, String host, int target) {
        this.ear = ear;
        this.host = host;
        this.target = target;
    }

    static Cable to(String host, int port) throws IOException {
        var cable =
                new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        Thread.ofVirtual().start(cable::accept);
        return cable;
    }

    /** Leads nowhere. */
    static Cable none() {
        try {
            var cable = new Cable(new ServerSocket(), "", 0);
            cable.pulled = true;
            return cable;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int port() {
        return ear.getLocalPort();
    }

    void pull() {
        pulled = true;
        open.forEach(Cable::quietly);
        open.clear();
    }

    void plugIn() {
        pulled = false;
    }

    private void accept() {
        while (!ear.isClosed()) {
            try {
                Socket near = ear.accept();
                if (pulled) {
                    quietly(near);
                    continue;
                }
                var far = new Socket(host, target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException e) {
                // The ear was closed, or the server is away: the caller sees a broken connection.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            byte[] buffer = new byte[16384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Either end hung up.
        } finally {
            quietly(from);
            quietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }

    @Override
    public void close() {
        pull();
        quietly(ear);
    }
}
