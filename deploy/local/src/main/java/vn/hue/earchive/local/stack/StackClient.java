package vn.hue.earchive.local.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hue.earchive.local.component.StackFailure;

/** Gives orders to a running supervisor. */
public final class StackClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String ANSWER = "[answer] ";

    private final SupervisorAddress supervisor;

    private StackClient(SupervisorAddress supervisor) {
        this.supervisor = supervisor;
    }

    /** The client of the supervisor that owns this folder, if there is a live one. */
    public static Optional<StackClient> of(Path home) throws IOException {
        return SupervisorAddress.find(home).map(StackClient::new);
    }

    public long supervisorPid() {
        return supervisor.process().pid();
    }

    /** Starts what is named and does not run; returns when all of it is ready. */
    public void start(Collection<String> components, Progress progress)
            throws IOException, InterruptedException {
        order("/start", String.join(",", components), progress);
    }

    /**
     * A fresh database, topic prefix, buckets and index prefix for one start of a module's tests.
     */
    public Map<String, String> place(String module) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        order("/place", module, lines::add);
        return JSON.readValue(
                lines.getFirst().substring(ANSWER.length()), new TypeReference<>() {});
    }

    /** Every component and service as it is now. */
    public List<StatusLine> status() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        order("/status", "", lines::add);
        return JSON.readValue(
                lines.getFirst().substring(ANSWER.length()), new TypeReference<>() {});
    }

    /** Stops everything, the supervisor included; returns when its process is gone. */
    public void stop(Progress progress) throws IOException, InterruptedException {
        order("/stop", "", progress);
        supervisor.process().process().ifPresent(handle -> handle.onExit().join());
    }

    private void order(String path, String query, Progress progress)
            throws IOException, InterruptedException {
        URI uri =
                URI.create(
                        "http://127.0.0.1:"
                                + supervisor.port()
                                + path
                                + "?"
                                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + supervisor.secret())
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        List<String> reason = new ArrayList<>();
        try (HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                Stream<String> lines =
                        http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            Iterator<String> line = lines.iterator();
            while (line.hasNext()) {
                String text = line.next();
                if (text.equals("OK")) {
                    return;
                }
                if (text.equals("FAILED")) {
                    throw new StackFailure(String.join("\n", reason));
                }
                if (text.startsWith("[")) {
                    progress.say(text);
                } else {
                    reason.add(text);
                }
            }
        }
        throw new StackFailure(
                "The supervisor (pid " + supervisorPid() + ") left in the middle of an order.");
    }
}
