package vn.hue.earchive.kit.apart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Does in a process apart what a strange file can make a library do. */
public final class Strange {

    private Strange() {}

    public static void main(String[] arguments) throws IOException {
        ApartMain.serve(() -> {
            if (List.of(arguments).contains("never")) {
                throw new IOException("no library");
            }
            return Strange::act;
        });
    }

    @SuppressWarnings("SystemOut") // as libraries do
    private static String act(String request) throws IOException {
        return switch (request) {
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "exit" -> {
                Runtime.getRuntime().halt(7);
                yield "";
            }
            case "fill" -> {
                byte[][] heap = new byte[1 << 10][];
                for (int at = 0; at < heap.length; at++) {
                    heap[at] = new byte[1 << 20];
                }
                yield "all of " + heap.length;
            }
            case "hang" -> {
                while (true) {
                    LockSupport.parkNanos(1_000_000_000L);
                }
            }
            case "endless" -> "x".repeat(9 << 20);
            case "print" -> {
                System.out.println("not an answer");
                System.err.print("e".repeat(1 << 20));
                yield "the answer";
            }
            case "environment" -> System.getenv().toString();
            case "scratch" -> {
                Files.writeString(Path.of("left-behind"), "x");
                yield Path.of("").toAbsolutePath().toString();
            }
            case "connect" -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 1)) {
                    yield "connected " + socket;
                } catch (IllegalStateException e) {
                    yield "refused";
                }
            }
            default -> request;
        };
    }
}
