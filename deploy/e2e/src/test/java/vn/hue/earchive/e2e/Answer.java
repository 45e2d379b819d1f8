package vn.hue.earchive.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** An answer of the suite; nobody changes or compares its body. */
@SuppressWarnings("ArrayRecordComponent")
record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fails with the whole answer when it has another status. */
    Answer is(int expected) {
        assertThat(status)
                .as(() ->
                        request
                                + " answered "
                                + status
                                + " "
                                + new String(body, StandardCharsets.UTF_8))
                .isEqualTo(expected);
        return this;
    }

    JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }

    String text(String field) {
        JsonNode node = json().path(field);
        assertThat(node.isValueNode())
                .as(() -> field + " in " + new String(body, StandardCharsets.UTF_8))
                .isTrue();
        return node.asText();
    }

    String etag() {
        return header("ETag");
    }

    String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new AssertionError(request + " answered without " + name));
    }

    /** True for an answer that asks for the same request again: the suite is on its way back. */
    boolean asksToComeBack() {
        return status >= 400
                && headers.firstValue("content-type")
                        .orElse("")
                        .startsWith("application/problem+json")
                && json().path("retryable").asBoolean();
    }
}
