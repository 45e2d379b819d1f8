package vn.hue.earchive.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.hue.earchive.kit.trace.Trace;

/** Writes and reads events on the wire. */
@ApplicationScoped
public class CloudEvents {

    private final ObjectMapper json;
    private final String source;

    CloudEvents(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        // Events only ever gain fields: a consumer of an older version passes over them.
        this.json = json.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        this.source = "/" + application;
    }

    /** The envelope of an event, under the trace of the current work. */
    public CloudEvent envelope(UUID id, String type, EventFacts facts, Object data) {
        return new CloudEvent(
                CloudEvent.SPEC_VERSION,
                id,
                source,
                type,
                facts.aggregateId(),
                facts.occurredAt(),
                CloudEvent.DATA_CONTENT_TYPE,
                facts.agencyId(),
                facts.version(),
                Trace.current().toString(),
                json.valueToTree(data));
    }

    /** UTF-8 JSON text. */
    public String write(CloudEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written", e);
        }
    }

    /**
     * @throws UnreadableEvent when the bytes are not a complete CloudEvent of ours
     */
    public CloudEvent read(byte[] bytes) {
        try {
            CloudEvent event = json.readValue(bytes, CloudEvent.class);
            if (!CloudEvent.SPEC_VERSION.equals(event.specversion())
                    || isMissing(event.id(), event.type(), event.subject(), event.time())
                    || isMissing(event.agencyid(), event.data())
                    || event.aggregateversion() < 1) {
                throw new UnreadableEvent("incomplete envelope");
            }
            return event;
        } catch (IOException e) {
            throw new UnreadableEvent(e);
        }
    }

    /**
     * @throws UnreadableEvent when the data does not fit the type
     */
    public <E> E data(JsonNode data, Class<E> type) {
        try {
            return json.treeToValue(data, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(e);
        }
    }

    private static boolean isMissing(Object... values) {
        for (Object value : values) {
            if (value == null) {
                return true;
            }
        }
        return false;
    }
}
