package vn.hue.earchive.bench.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/**
 * One index refresh: a small document is written to an index made for the run, and made visible.
 */
final class IndexRefresh implements AutoCloseable {

    private static final String SETTINGS =
            """
            {"settings":{"number_of_shards":1,"number_of_replicas":0,"refresh_interval":"-1"}}\
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI engine;
    private final String index = "/bench-" + UUID.randomUUID();
    private int written;

    private IndexRefresh(URI engine) {
        this.engine = engine;
    }

    static IndexRefresh open(URI engine) throws IOException, InterruptedException {
        IndexRefresh refresh = new IndexRefresh(engine);
        refresh.call("PUT", refresh.index, SETTINGS);
        return refresh;
    }

    void once() throws IOException, InterruptedException {
        call(
                "PUT",
                index + "/_doc/" + ++written,
                "{\"title\":\"Hồ sơ đo kiểm số " + written + "\"}");
        call("POST", index + "/_refresh", "");
    }

    private void call(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(engine.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "OpenSearch answered %d to %s %s: %s"
                            .formatted(answer.statusCode(), method, path, answer.body()));
        }
    }

    @Override
    public void close() throws IOException {
        try (http) {
            call("DELETE", index, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
