package vn.hue.earchive.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers, in a form that can be stored and given again.
 *
 * @param status HTTP status, 2xx
 * @param location value of {@code Location}, relative to the root of the API, for example {@code
 *     /v1/dossiers/…}
 * @param etag value of {@code ETag}, quotes included
 * @param body what is written as JSON
 * @param json the body's JSON as it was stored; null before that
 * @param replayed true when an earlier call had the effect
 */
public record Answer<T>(
        int status,
        @Nullable String location,
        @Nullable String etag,
        T body,
        @Nullable String json,
        boolean replayed) {

    /** An answer that has not been stored. */
    public Answer(int status, @Nullable String location, @Nullable String etag, T body) {
        this(status, location, etag, body, null, false);
    }

    /** The response; a replay says so in {@code Idempotency-Replayed: true}. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(json == null ? body : json);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
