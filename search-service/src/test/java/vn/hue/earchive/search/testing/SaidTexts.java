package vn.hue.earchive.search.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.events.HoldingTextExtracted;
import vn.hue.earchive.kit.objects.ObjectStores;

/** Puts texts into their bucket as archive-service does, and names them in a fact. */
@ApplicationScoped
public class SaidTexts {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private final ObjectStores stores;

    SaidTexts(ObjectStores stores) {
        this.stores = stores;
    }

    /** What one file says, a text for each page. */
    public record SaidFile(UUID fileId, String accessMode, List<String> pages) {
        public static SaidFile open(String... pages) {
            return new SaidFile(UUID.randomUUID(), "01", List.of(pages));
        }

        public static SaidFile conditional(String... pages) {
            return new SaidFile(UUID.randomUUID(), "02", List.of(pages));
        }
    }

    /** The fact about the text of a holding, its objects in the bucket. */
    public HoldingTextExtracted of(AipStored stored, Instant at, SaidFile... files) {
        List<HoldingText.File> said = new ArrayList<>();
        for (SaidFile file : files) {
            StringBuilder lines = new StringBuilder();
            for (int page = 1; page <= file.pages().size(); page++) {
                lines.append(write(new HoldingText.Page(page, "OCR", file.pages().get(page - 1))))
                        .append('\n');
            }
            String sha256 = put(lines.toString());
            said.add(
                    new HoldingText.File(
                            file.fileId(), file.accessMode(), sha256, sha256, lines.length()));
        }
        String sha256 = put(write(new HoldingText(stored.holdingId(), stored.holding(), said)));
        return new HoldingTextExtracted(
                stored.agencyId(),
                stored.holdingId(),
                UUID.randomUUID(),
                1,
                at,
                stored.submissionId(),
                stored.version(),
                sha256,
                sha256);
    }

    /** Loses an object. */
    public void lose(String key) {
        stores.store("texts").delete(key);
    }

    private String put(String content) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(content.getBytes(StandardCharsets.UTF_8));
            }
            byte[] packed = bytes.toByteArray();
            String sha256 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
            stores.store("texts").put(sha256, packed, "application/gzip");
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
