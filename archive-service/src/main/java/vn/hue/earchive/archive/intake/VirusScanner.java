package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Scans bytes as they pass, with clamd's INSTREAM command over TCP (clamd(8): {@code zINSTREAM\0},
 * then chunks of a 4-byte big-endian length and the bytes, a zero length ends; the answer ends with
 * a zero byte). Nothing is written to a disk of ours.
 */
@ApplicationScoped
class VirusScanner {

    private static final int CONNECT_MILLIS = 5000;
    private static final int ANSWER_LIMIT = 4096;

    private final ClamdConfig config;

    VirusScanner(ClamdConfig config) {
        this.config = config;
    }

    /**
     * Starts the scan of one file.
     *
     * @throws Problem SCANNER_UNAVAILABLE when a configured scanner cannot be reached; never
     *     NOT_SCANNED for that
     */
    Scan begin() {
        String host = config.host().orElse("");
        if (host.isBlank()) {
            return new NoScan();
        }
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, config.port()), CONNECT_MILLIS);
            socket.setSoTimeout(Math.toIntExact(config.timeout().toMillis()));
            socket.setTcpNoDelay(true);
            return new ClamdScan(socket);
        } catch (IOException e) {
            close(socket);
            throw unavailable(e);
        }
    }

    private static Problem unavailable(IOException cause) {
        return new Problem(IntakeTrouble.SCANNER_UNAVAILABLE).causedBy(cause);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // The verdict is known or given up; there is nothing to keep open.
        }
    }

    /**
     * The scan of one file; used by one thread. Every method throws SCANNER_UNAVAILABLE when the
     * scanner does not answer as it should.
     */
    interface Scan extends Closeable {

        void feed(byte[] bytes, int offset, int length);

        /** No more bytes follow. The scanner works on while the caller goes on to the next file. */
        void end();

        /** Waits for what the scanner says; call after {@link #end}. */
        Verdict verdict();

        @Override
        void close();
    }

    private static final class NoScan implements Scan {
        @Override
        public void feed(byte[] bytes, int offset, int length) {}

        @Override
        public void end() {}

        @Override
        public Verdict verdict() {
            return new Verdict.NotScanned();
        }

        @Override
        public void close() {}
    }

    private static final class ClamdScan implements Scan {

        private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
        private static final int CHUNK = 65536;

        private final Socket socket;
        private final DataOutputStream out;
        private @Nullable Verdict known;

        ClamdScan(Socket socket) throws IOException {
            this.socket = socket;
            this.out =
                    new DataOutputStream(
                            new BufferedOutputStream(socket.getOutputStream(), CHUNK + 4));
            out.write(COMMAND);
        }

        @Override
        public void feed(byte[] bytes, int offset, int length) {
            if (known != null || length == 0) {
                return;
            }
            try {
                out.writeInt(length);
                out.write(bytes, offset, length);
            } catch (IOException broken) {
                answerToBrokenStream(broken);
            }
        }

        @Override
        public void end() {
            if (known != null) {
                return;
            }
            try {
                out.writeInt(0);
                out.flush();
            } catch (IOException broken) {
                answerToBrokenStream(broken);
            }
        }

        @Override
        public Verdict verdict() {
            try {
                Verdict verdict = known == null ? parse(answer()) : known;
                known = verdict;
                return verdict;
            } catch (IOException e) {
                throw unavailable(e);
            } finally {
                close();
            }
        }

        /** clamd hangs up when its StreamMaxLength is passed; the reason waits in the socket. */
        private void answerToBrokenStream(IOException broken) {
            try {
                Verdict verdict = parse(answer());
                if (verdict instanceof Verdict.Clean) {
                    throw unavailable(broken);
                }
                known = verdict;
            } catch (IOException unreadable) {
                broken.addSuppressed(unreadable);
                throw unavailable(broken);
            }
        }

        private String answer() throws IOException {
            var text = new StringBuilder();
            var in = socket.getInputStream();
            for (int next = in.read(); next > 0; next = in.read()) {
                if (text.length() >= ANSWER_LIMIT) {
                    throw new IOException("the virus scanner's answer has no end");
                }
                text.append((char) next);
            }
            return text.toString().trim();
        }

        private static Verdict parse(String answer) throws IOException {
            String said = answer.startsWith("stream: ") ? answer.substring(8) : answer;
            if (said.equals("OK")) {
                return new Verdict.Clean();
            }
            if (said.endsWith(" FOUND")) {
                return new Verdict.Infected(said.substring(0, said.length() - 6));
            }
            if (said.contains("size limit exceeded")) {
                return new Verdict.TooLarge();
            }
            throw new IOException("the virus scanner did not scan: " + said);
        }

        @Override
        public void close() {
            VirusScanner.close(socket);
        }
    }
}
