package vn.hue.earchive.kit.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 in structured JSON, as it stands on Kafka. Extension attributes are lower case,
 * as the specification demands.
 *
 * @param id the event's id: consumers deduplicate by it
 * @param source {@code /document-service}
 * @param type wire name, for example {@code dossier.closed.v1}
 * @param subject the aggregate's id, also the Kafka key
 * @param time when the change was committed to the caller
 * @param agencyid the agency whose data this is
 * @param aggregateversion version of the aggregate after the fact
 * @param traceparent W3C trace context of the request that caused it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "agencyid",
    "aggregateversion",
    "traceparent",
    "data"
})
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        Instant time,
        String datacontenttype,
        UUID agencyid,
        long aggregateversion,
        @Nullable String traceparent,
        JsonNode data) {

    public static final String SPEC_VERSION = "1.0";
    public static final String DATA_CONTENT_TYPE = "application/json";
}
