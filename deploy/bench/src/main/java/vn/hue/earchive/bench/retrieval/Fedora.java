package vn.hue.earchive.bench.retrieval;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.SuiteUnavailable;

/**
 * Fedora Repository as a process of its own: its war in Jetty, both as Maven artifacts, with the
 * defaults of a new installation (H2, OCFL in a folder). It keeps one copy and checks nothing.
 */
final class Fedora implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final String USER = "fedoraAdmin";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI root;
    private final String authorization;

    private Fedora(Process process, int port) {
        this.process = process;
        this.root = URI.create("http://127.0.0.1:" + port + "/rest/");
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (USER + ":" + USER).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Starts it on empty data and waits until it answers.
     *
     * @param folder holds {@code fcrepo.war} and {@code jetty-runner.jar}
     * @param java a runtime of version 11 or 17
     * @throws SuiteUnavailable when it does not start
     */
    static Fedora start(Path folder, String java, int port)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "data");
        Files.writeString(data.resolve("users.properties"), "%1$s: %1$s,%1$s%n".formatted(USER));
        Files.writeString(data.resolve("context.xml"), context(folder, data));
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xmx512m",
                                "-Dfcrepo.home=" + data.resolve("home"),
                                "-jar",
                                folder.resolve("jetty-runner.jar").toString(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(port),
                                data.resolve("context.xml").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("fedora.log").toFile())
                        .start();
        Fedora fedora = new Fedora(process, port);
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!fedora.answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                fedora.close();
                throw new SuiteUnavailable(
                        "Fedora does not start; see " + folder.resolve("fedora.log"));
            }
            Pause.of(Duration.ofMillis(500));
        }
        return fedora;
    }

    /** Its web.xml asks for a realm of users. */
    private static String context(Path folder, Path data) {
        return """
        <?xml version="1.0"?>
        <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "http://www.eclipse.org/jetty/configure_9_3.dtd">
        <Configure class="org.eclipse.jetty.webapp.WebAppContext">
          <Set name="contextPath">/</Set>
          <Set name="war">%s</Set>
          <Get name="securityHandler"><Set name="loginService">
            <New class="org.eclipse.jetty.security.HashLoginService">
              <Set name="name">fcrepo</Set><Set name="config">%s</Set>
            </New></Set></Get>
        </Configure>
        """
                .formatted(folder.resolve("fcrepo.war"), data.resolve("users.properties"));
    }

    private boolean answers() throws InterruptedException {
        try {
            return http.send(request("").build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    void put(String name, byte[] bytes) throws IOException, InterruptedException {
        HttpResponse<Void> answer =
                http.send(
                        request(name)
                                .header("Content-Type", "application/pdf")
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                .build(),
                        BodyHandlers.discarding());
        if (answer.statusCode() != 201) {
            throw new IOException("Fedora answered a PUT with " + answer.statusCode());
        }
    }

    byte[] get(String name) throws IOException, InterruptedException {
        return http.send(request(name).build(), BodyHandlers.ofByteArray()).body();
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(root.resolve(name)).header("Authorization", authorization);
    }

    /** Which artifacts it is made of. */
    static List<String> artifacts() {
        return List.of("org.fcrepo:fcrepo-webapp:6.1.0", "org.eclipse.jetty:jetty-runner:9.4.57");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
