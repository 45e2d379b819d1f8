package vn.hue.earchive.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import vn.hue.earchive.kit.events.CloudEvent;

/** An event as it came from Kafka. */
public record ReceivedEvent(CloudEvent envelope, JsonNode data) {}
