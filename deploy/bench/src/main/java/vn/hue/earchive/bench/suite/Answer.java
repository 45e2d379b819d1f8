package vn.hue.earchive.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A successful answer with JSON. */
public record Answer(JsonNode body, @Nullable String etag) {

    /**
     * @throws IllegalStateException when the answer lacks what the API promises
     */
    public String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalStateException("The answer has no " + field + ": " + body);
        }
        return value.asText();
    }

    public String requiredEtag() {
        if (etag == null) {
            throw new IllegalStateException("The answer has no ETag: " + body);
        }
        return etag;
    }
}
