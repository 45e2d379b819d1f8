package vn.hue.earchive.document.signature.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The checking process. Reads one {@link CheckRequest} a line (JSON) from its standard input and
 * writes one {@link CheckReply} a line to its standard output, {@value #READY} first; ends with its
 * input. It is started with a bounded heap, without the environment of the service, and can open no
 * connection; whoever started it ends it when an answer takes too long.
 */
public final class CheckerMain {

    public static final String READY = "READY";

    private static final int MAX_ERROR_BYTES = 64 << 10;

    private CheckerMain() {}

    /**
     * @param arguments folder of trust anchors and folder of revocation lists, {@code -} for none
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream replies = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setErr(new PrintStream(new Bounded(System.err), true, StandardCharsets.UTF_8));
        // Whatever a library prints must not be taken for an answer.
        System.setOut(System.err);
        refuseConnections();
        ObjectMapper json = json();
        Look look = new Look(folder(arguments[0]), folder(arguments[1]));
        replies.println(READY);
        replies.flush();
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            CheckReply reply = look.at(json.readValue(line, CheckRequest.class));
            replies.println(json.writeValueAsString(reply));
            replies.flush();
        }
    }

    /** The JSON of both ends. */
    public static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private static @Nullable Path folder(String argument) {
        return argument.equals("-") ? null : Path.of(argument);
    }

    @SuppressWarnings("deprecation") // The factory is the one place that every plain socket passes.
    private static void refuseConnections() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new IllegalStateException(new SocketException("A check opens no connection"));
        });
        URL.setURLStreamHandlerFactory(protocol ->
                switch (protocol) {
                    case "file", "jar", "jrt" -> null;
                    default -> new Refusing();
                });
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new SocketException("A check opens no connection");
        }
    }

    /** A file that makes a library complain without end fills no disk. */
    private static final class Bounded extends FilterOutputStream {

        private int left = MAX_ERROR_BYTES;

        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public synchronized void write(int b) throws IOException {
            if (left > 0) {
                left--;
                super.write(b);
            }
        }
    }
}
