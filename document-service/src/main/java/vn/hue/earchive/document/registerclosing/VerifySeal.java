package vn.hue.earchive.document.registerclosing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.print.RegisterLine;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Checks a seal: reads what was kept, computes its digests anew and compares today's register with
 * the sealed lines. Of each line a digest is in memory.
 */
@ApplicationScoped
class VerifySeal {

    private static final String MISSING = "";

    private final RegisterClosings closings;
    private final Amendments amendments;
    private final SealedLines lines;
    private final ObjectStore bucket;
    private final ObjectMapper json;
    private final Clock clock;

    VerifySeal(
            RegisterClosings closings,
            Amendments amendments,
            SealedLines lines,
            @WorkingBucket ObjectStore bucket,
            ObjectMapper json,
            Clock clock) {
        this.closings = closings;
        this.amendments = amendments;
        this.lines = lines;
        this.bucket = bucket;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws Problem NOT_FOUND
     */
    SealView verify(UUID id) {
        RegisterClosing closing =
                QuarkusTransaction.requiringNew().call(() -> closings.require(id));
        try {
            Path kept = Files.createTempFile("sealed", ".ndjson");
            try {
                String content = content(closing, kept);
                String pdf = pdf(closing);
                boolean contentIntact = content.equals(closing.contentSha256());
                // A broken copy says nothing about today's lines.
                Map<String, String> sealed = contentIntact ? digests(kept) : Map.of();
                return QuarkusTransaction.requiringNew()
                        .call(() ->
                                compare(
                                        closing,
                                        contentIntact,
                                        pdf.equals(closing.pdfSha256()),
                                        new HashMap<>(sealed)));
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String content(RegisterClosing closing, Path to) throws IOException {
        try {
            return Digest.copied(bucket.get(closing.contentKey()), to);
        } catch (ObjectMissing e) {
            return MISSING;
        }
    }

    private String pdf(RegisterClosing closing) throws IOException {
        try {
            return Digest.read(bucket.get(closing.pdfKey()));
        } catch (ObjectMissing e) {
            return MISSING;
        }
    }

    /** Place in the register → digest of the line. */
    private Map<String, String> digests(Path kept) throws IOException {
        Map<String, String> digests = new HashMap<>();
        try (Stream<String> all = Files.lines(kept)) {
            all.forEach(line -> {
                JsonNode read = read(line);
                digests.put(
                        Amendments.place(
                                read.path("series").asText(), read.path("registerNumber").asLong()),
                        Digest.of(line));
            });
        }
        return digests;
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sealed line is no JSON", e);
        }
    }

    private SealView compare(
            RegisterClosing closing,
            boolean contentIntact,
            boolean pdfIntact,
            Map<String, String> sealed) {
        Set<String> amended = amendments.places(closing.id());
        long[] changed = new long[2];
        if (contentIntact) {
            lines.each(
                    closing.range(),
                    line -> {
                        String place = place(line);
                        String before = sealed.remove(place);
                        if (!Digest.of(lines.of(line)).equals(before)) {
                            changed[0]++;
                            changed[1] += amended.contains(place) ? 0 : 1;
                        }
                    });
            for (String gone : sealed.keySet()) {
                changed[0]++;
                changed[1] += amended.contains(gone) ? 0 : 1;
            }
        }
        return new SealView(
                closing.id(),
                contentIntact && pdfIntact && changed[1] == 0,
                contentIntact,
                pdfIntact,
                changed[0],
                changed[1],
                amendments.count(closing.id()),
                closing.contentSha256(),
                closing.pdfSha256(),
                clock.instant());
    }

    private static String place(RegisterLine line) {
        return Amendments.place(line.series(), line.registerNumber());
    }
}
