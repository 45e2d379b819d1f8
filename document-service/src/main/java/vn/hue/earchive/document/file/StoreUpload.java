package vn.hue.earchive.document.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.StoredObject;
import vn.hue.earchive.kit.objects.TruncatedSource;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Streams bytes into the working bucket, hashed once on the way. The row comes before the bytes and
 * no transaction is open while they flow; whatever goes wrong leaves neither object nor row, and
 * what a crash leaves behind expires.
 */
@ApplicationScoped
public class StoreUpload {

    private static final Logger LOG = Logger.getLogger(StoreUpload.class);

    private final Uploads uploads;
    private final ObjectStore bucket;
    private final FileConfig config;
    private final Validation validation;

    StoreUpload(
            Uploads uploads,
            @WorkingBucket ObjectStore bucket,
            FileConfig config,
            Validation validation) {
        this.uploads = uploads;
        this.bucket = bucket;
        this.config = config;
        this.validation = validation;
    }

    /**
     * What a caller says of the bytes before sending them.
     *
     * @param length bytes, -1 when not announced
     */
    record Declaration(
            String fileName, @Nullable String contentType, long length, ExpectedDigest digest) {}

    /** Stores what a caller sends; a repetition with the same key answers with the first upload. */
    Answer<UploadView> receive(
            Declaration declared, InputStream body, @Nullable String idempotencyKey) {
        String mediaType =
                MediaTypes.accepted(declared.contentType())
                        .orElseThrow(() ->
                                new Problem(
                                        DocumentProblem.MEDIA_TYPE_NOT_ACCEPTED,
                                        String.valueOf(declared.contentType())));
        if (declared.length() > config.maxBytes()) {
            throw new Problem(CommonProblem.CONTENT_TOO_LARGE, config.maxBytes());
        }
        Upload begun = uploads.begin(VietnameseText.fileName(declared.fileName()), mediaType);
        Answer<UploadView> answer =
                store(
                        begun,
                        sniffed(mediaType, body),
                        declared.length(),
                        (upload, object) -> {
                            declared.digest().verify(object.sha256());
                            return uploads.completeOnce(upload.id(), object, idempotencyKey);
                        });
        if (answer.replayed()) {
            discard(begun);
        }
        return answer;
    }

    /**
     * Stores what this service itself makes or unpacks; it expires like an upload until something
     * claims it.
     *
     * @throws Problem MEDIA_TYPE_NOT_ACCEPTED or MEDIA_TYPE_MISMATCH, CONTENT_TOO_LARGE
     */
    public Upload stage(String fileName, @Nullable String contentType, InputStream bytes) {
        return stage(uploads.caller(), fileName, contentType, bytes);
    }

    /** As {@link #stage(String, String, InputStream)}, for a job that works for an agency. */
    public Upload stage(
            Owner owner, String fileName, @Nullable String contentType, InputStream bytes) {
        String name = VietnameseText.fileName(fileName);
        String mediaType =
                MediaTypes.accepted(contentType)
                        .or(() -> MediaTypes.ofName(name))
                        .orElseThrow(() ->
                                new Problem(
                                        DocumentProblem.MEDIA_TYPE_NOT_ACCEPTED,
                                        String.valueOf(contentType)));
        return store(
                uploads.begin(owner, name, mediaType),
                sniffed(mediaType, bytes),
                -1,
                this::completed);
    }

    /** As {@link #stage}, for a message as it was received: of any content. */
    public Upload stageMessage(Owner owner, String name, String mediaType, InputStream bytes) {
        return store(uploads.begin(owner, name, mediaType), () -> bytes, -1, this::completed);
    }

    private Upload completed(Upload upload, StoredObject object) {
        return uploads.complete(upload.id(), object);
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private Source sniffed(String mediaType, InputStream body) {
        return () -> {
            byte[] prefix = body.readNBytes(MediaTypes.PREFIX);
            if (prefix.length == 0) {
                validation.begin().add("body", "EMPTY_FILE").raise();
            }
            if (!MediaTypes.matches(mediaType, prefix)) {
                throw new Problem(DocumentProblem.MEDIA_TYPE_MISMATCH, mediaType);
            }
            return new SequenceInputStream(new ByteArrayInputStream(prefix), body);
        };
    }

    private <T> T store(
            Upload upload, Source source, long length, BiFunction<Upload, StoredObject, T> then) {
        boolean done = false;
        try {
            InputStream bytes = new BoundedStream(source.open(), config.maxBytes());
            StoredObject object = bucket.put(upload.objectKey(), bytes, length, upload.mediaType());
            T result = then.apply(upload, object);
            done = true;
            return result;
        } catch (IOException | TruncatedSource e) {
            throw new Problem(DocumentProblem.UPLOAD_TRUNCATED).causedBy(e);
        } finally {
            if (!done) {
                discard(upload);
            }
        }
    }

    /** Takes back what was staged; best effort, what stays behind expires and is reaped. */
    public void discard(Upload upload) {
        try {
            bucket.delete(upload.objectKey());
            uploads.forget(upload.id());
        } catch (RuntimeException e) {
            LOG.debugf(e, "Upload left to the reaper uploadId=%s", upload.id());
        }
    }
}
