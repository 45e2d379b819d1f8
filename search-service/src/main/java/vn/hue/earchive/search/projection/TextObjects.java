package vn.hue.earchive.search.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.events.HoldingTextExtracted;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStores;

/** Reads what archive-service has put into the bucket for texts, {@code earchive.s3.texts.*}. */
@ApplicationScoped
class TextObjects {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final ObjectStores stores;
    private final TextConfig config;

    TextObjects(ObjectStores stores, TextConfig config) {
        this.stores = stores;
        this.config = config;
    }

    /**
     * @throws ObjectMissing when it was lost, or made anew under another event
     * @throws Facts.PoisonFact when it is not what the event names
     * @throws IOException when the store broke off
     */
    HoldingText holding(HoldingTextExtracted event) throws IOException {
        return parse(read(event.objectKey(), event.objectSha256()), HoldingText.class);
    }

    /** See {@link #holding}. */
    List<HoldingText.Page> pages(HoldingText.File file) throws IOException {
        String lines = read(file.objectKey(), file.objectSha256());
        return lines.lines().map(line -> parse(line, HoldingText.Page.class)).toList();
    }

    private String read(String key, String sha256) throws IOException {
        byte[] packed;
        try (InputStream bytes = stores.store("texts").get(key)) {
            packed = bytes.readNBytes(most());
        }
        if (!HexFormat.of().formatHex(sha256().digest(packed)).equals(sha256)) {
            throw new Facts.PoisonFact("TEXT_OBJECT_DIFFERS");
        }
        try (InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] content = bytes.readNBytes(most());
            if (content.length == most()) {
                throw new Facts.PoisonFact("TEXT_OBJECT_TOO_LARGE");
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** It is what was written, and will never be read: the reason carries no content. */
    private static Facts.PoisonFact unreadable(IOException e) {
        return new Facts.PoisonFact("TEXT_OBJECT_UNREADABLE " + e.getClass().getSimpleName());
    }

    private int most() {
        return Math.toIntExact(config.maxObjectBytes());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
