package vn.hue.earchive.kit.apart;

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

/**
 * The inside of a process apart: reads one request a line from its standard input and writes one
 * answer a line, with a mark, to its standard output, {@value #READY} first; ends with its input.
 * It can open no connection; whoever started it ends it when an answer takes too long.
 */
public final class ApartMain {

    static final String READY = "READY";

    /** Before every answer. */
    static final String MARK = "=";

    private static final int MAX_ERROR_BYTES = 64 << 10;

    private ApartMain() {}

    /** What is done with a request. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param request one line without its end
         * @return one line without its end
         */
        String answer(String request) throws IOException;
    }

    /** Something that takes a while and is done before the process says that it is ready. */
    @FunctionalInterface
    public interface Preparation {
        Work prepare() throws IOException;
    }

    /** Serves until its input ends. To be called once, by {@code main}. */
    public static void serve(Preparation preparation) throws IOException {
        PrintStream replies = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setErr(new PrintStream(new Bounded(System.err), true, StandardCharsets.UTF_8));
        // Whatever a library prints must not be taken for an answer.
        System.setOut(System.err);
        refuseConnections();
        Work work = preparation.prepare();
        say(replies, READY);
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            say(replies, work.answer(line));
        }
    }

    private static void say(PrintStream replies, String line) {
        replies.print(MARK + line);
        replies.print('\n');
        replies.flush();
    }

    @SuppressWarnings("deprecation") // The factory is the one place that every plain socket passes.
    private static void refuseConnections() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new IllegalStateException(
                    new SocketException("A process apart opens no connection"));
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
            throw new SocketException("A process apart opens no connection");
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
