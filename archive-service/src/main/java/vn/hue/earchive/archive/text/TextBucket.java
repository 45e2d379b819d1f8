package vn.hue.earchive.archive.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The bucket for texts, {@code earchive.s3.texts.*}. The object of a text is named by its content,
 * so that it is never changed and the same text is the same object:
 *
 * <pre>
 * {agency}/{holding}/{file}/{sha256}.jsonl.gz   a HoldingText.Page a line
 * {agency}/{holding}/{sha256}.json.gz           a HoldingText
 * {agency}/{holding}/{file}/{page}.{pixels}.jpg a page, see Previews
 * </pre>
 *
 * What a holding says lies under one prefix and can be deleted with it.
 */
@ApplicationScoped
class TextBucket {

    private static final String GZIP = "application/gzip";

    private final ObjectStores stores;
    private final ObjectMapper json;

    TextBucket(ObjectStores stores, ObjectMapper json) {
        this.stores = stores;
        this.json = json;
    }

    private ObjectStore bucket() {
        return stores.store("texts");
    }

    FileText.TextObject put(
            UUID agencyId, UUID holdingId, UUID fileId, List<HoldingText.Page> pages) {
        StringBuilder lines = new StringBuilder();
        pages.forEach(page -> lines.append(write(page)).append('\n'));
        return put(
                "%s/%s/%s/".formatted(agencyId, holdingId, fileId), lines.toString(), ".jsonl.gz");
    }

    FileText.TextObject put(UUID agencyId, HoldingText text) {
        return put("%s/%s/".formatted(agencyId, text.holdingId()), write(text), ".json.gz");
    }

    private FileText.TextObject put(String prefix, String content, String suffix) {
        byte[] bytes = gzip(content);
        String sha256 = Digests.sha256(bytes);
        String key = prefix + sha256 + suffix;
        bucket().put(key, bytes, GZIP);
        return new FileText.TextObject(key, sha256);
    }

    /**
     * Pages of a file, from this one on.
     *
     * @throws ObjectMissing when the object was lost: it has to be made anew
     */
    List<HoldingText.Page> pages(String key, int from, int limit) throws IOException {
        List<HoldingText.Page> pages = new ArrayList<>();
        try (InputStream bytes = bucket().get(key);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine();
                    line != null && pages.size() < limit;
                    line = lines.readLine()) {
                HoldingText.Page page = json.readValue(line, HoldingText.Page.class);
                if (page.page() >= from) {
                    pages.add(page);
                }
            }
        }
        return pages;
    }

    /** A picture that was kept; empty when there is none. */
    Optional<byte[]> find(String key) {
        try (InputStream bytes = bucket().get(key)) {
            return Optional.of(bytes.readAllBytes());
        } catch (ObjectMissing e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    void keep(String key, byte[] picture, String mediaType) {
        bucket().put(key, picture, mediaType);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header of Java's GZIP holds no time, so that the same text is the same bytes. */
    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
