package vn.hue.earchive.kit.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message with the place that it came from.
 *
 * @param topic without the deployment's prefix
 */
@SuppressWarnings("ArrayRecordComponent")
record Incoming(String topic, int partition, long offset, @Nullable String key, byte[] payload) {

    static Incoming of(String topic, ConsumerRecord<String, byte[]> message) {
        byte[] payload = message.value();
        return new Incoming(
                topic,
                message.partition(),
                message.offset(),
                message.key(),
                payload == null ? new byte[0] : payload);
    }

    /**
     * Stands for the event's id where the envelope cannot be read: the same message, the same id.
     */
    UUID derivedId() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(
                    (topic + "/" + partition + "/" + offset).getBytes(StandardCharsets.UTF_8));
            ByteBuffer digest = ByteBuffer.wrap(sha256.digest(payload));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
