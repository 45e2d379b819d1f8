package vn.hue.earchive.archive.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.archive.text.reader.ReadReply;
import vn.hue.earchive.archive.text.reader.ReadRequest;
import vn.hue.earchive.archive.text.reader.TextFormat;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Pictures of pages, drawn when somebody asks for them and kept beside the texts. Who may see them
 * is for the caller to see to.
 */
@ApplicationScoped
public class Previews {

    private static final Logger LOG = Logger.getLogger(Previews.class);

    private final AipStore store;
    private final TextBucket bucket;
    private final PreviewConfig config;
    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<DrawingDesk> free;

    Previews(AipStore store, TextBucket bucket, PreviewConfig config) {
        this.store = store;
        this.bucket = bucket;
        this.config = config;
        this.free = new ArrayBlockingQueue<>(config.processes());
        for (int number = 0; number < config.processes(); number++) {
            free.add(new DrawingDesk(config));
        }
    }

    /**
     * A page as JPEG.
     *
     * @param page from 1
     * @throws Problem NO_PREVIEW when nothing draws this file, PREVIEW_BUSY when too many are being
     *     drawn, INVALID_PARAMETER for a page that it does not have, STORE_UNAVAILABLE,
     *     CONTENT_UNREADABLE
     */
    public byte[] page(UUID holdingId, ReadHoldings.Content file, int page) {
        TextFormat format =
                TextFormat.of(file.mediaType())
                        .filter(TextFormat::isDrawn)
                        .filter(drawn -> file.slice().length() <= config.maxBytes())
                        .orElseThrow(() -> new Problem(ArchiveProblem.NO_PREVIEW));
        String key =
                "%s/%s/%s/%d.%d.jpg"
                        .formatted(
                                file.agencyId(),
                                holdingId,
                                file.slice().fileId(),
                                page,
                                config.pixels());
        return bucket.find(key).orElseGet(() -> drawn(file, format, page, key));
    }

    private byte[] drawn(ReadHoldings.Content file, TextFormat format, int page, String key) {
        DrawingDesk desk = take();
        try {
            byte[] picture = draw(desk, file, format, page);
            bucket.keep(key, picture, "image/jpeg");
            return picture;
        } catch (FixityFailure e) {
            throw new Problem(ArchiveProblem.CONTENT_UNREADABLE).causedBy(e);
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        } catch (ApartBroken e) {
            LOG.errorf(e, "The process that draws pages does not work");
            throw new Problem(ArchiveProblem.PREVIEW_BUSY).causedBy(e);
        } finally {
            free.add(desk);
        }
    }

    private DrawingDesk take() {
        try {
            DrawingDesk desk = free.poll(config.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (desk == null) {
                throw new Problem(ArchiveProblem.PREVIEW_BUSY);
            }
            return desk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ArchiveProblem.PREVIEW_BUSY).causedBy(e);
        }
    }

    private byte[] draw(DrawingDesk desk, ReadHoldings.Content file, TextFormat format, int page)
            throws IOException, ApartBroken {
        Path spool = desk.file("file");
        Path picture = desk.file("page.jpg");
        try {
            try (InputStream bytes = store.read(file.slice(), 0, file.slice().length())) {
                Files.copy(bytes, spool, StandardCopyOption.REPLACE_EXISTING);
            }
            int pages = ask(desk, ReadRequest.open(spool.toString(), format)).pages();
            if (page > pages) {
                throw new Problem(CommonProblem.INVALID_PARAMETER, "page");
            }
            ask(desk, ReadRequest.drawing(page, picture.toString(), config.pixels()));
            return Files.readAllBytes(picture);
        } finally {
            Files.deleteIfExists(spool);
            Files.deleteIfExists(picture);
        }
    }

    private ReadReply ask(DrawingDesk desk, ReadRequest request) throws ApartBroken {
        try {
            ApartReply reply = desk.process().ask(json.writeValueAsString(request));
            if (reply instanceof ApartReply.Answer(String line)) {
                ReadReply read = json.readValue(line, ReadReply.class);
                if (read.problem() == null) {
                    return read;
                }
            }
            LOG.debugf("page not drawn reply=%s", reply);
            throw new Problem(ArchiveProblem.NO_PREVIEW);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("both ends speak the same JSON", e);
        }
    }

    @PreDestroy
    void close() {
        free.forEach(DrawingDesk::close);
    }
}
