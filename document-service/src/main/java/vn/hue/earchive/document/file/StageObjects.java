package vn.hue.earchive.document.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.StoredObject;

/**
 * Stores many small objects that this service made itself and that are never overwritten: the
 * processing traces of a submission, its manifest. The rows come before the bytes in one
 * transaction, a bounded number of objects is written at a time, and one transaction completes the
 * rows. They expire like uploads until something claims them; whatever goes wrong discards all.
 */
@ApplicationScoped
public class StageObjects {

    /** Enough to hide the latency of the store, few enough to leave it to others. */
    private static final int AT_A_TIME = 8;

    private final Uploads uploads;
    private final StoreUpload single;
    private final ObjectStore bucket;

    StageObjects(Uploads uploads, StoreUpload single, @WorkingBucket ObjectStore bucket) {
        this.uploads = uploads;
        this.single = single;
        this.bucket = bucket;
    }

    /** What is to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    public record Piece(String name, String mediaType, byte[] bytes) {}

    /** Stores the pieces; same order. No transaction is open while the bytes flow. */
    public List<Upload> stage(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        List<Upload> begun =
                uploads.beginAll(
                        pieces.stream()
                                .map(p ->
                                        new Piece(
                                                VietnameseText.fileName(p.name()),
                                                p.mediaType(),
                                                p.bytes()))
                                .toList());
        boolean done = false;
        try {
            List<Upload> staged = uploads.completeAll(begun, put(begun, pieces));
            done = true;
            return staged;
        } finally {
            if (!done) {
                begun.forEach(single::discard);
            }
        }
    }

    private List<StoredObject> put(List<Upload> begun, List<Piece> pieces) {
        Semaphore places = new Semaphore(AT_A_TIME);
        List<Future<StoredObject>> running = new ArrayList<>();
        // Closing waits for every writer, so that nothing is discarded under a running one.
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < pieces.size(); i++) {
                Upload upload = begun.get(i);
                Piece piece = pieces.get(i);
                places.acquireUninterruptibly();
                running.add(
                        writers.submit(() -> {
                            try {
                                return put(upload, piece);
                            } finally {
                                places.release();
                            }
                        }));
            }
        }
        return running.stream().map(StageObjects::result).toList();
    }

    private StoredObject put(Upload upload, Piece piece) {
        return bucket.putIfAbsent(
                        upload.objectKey(),
                        new ByteArrayInputStream(piece.bytes()),
                        piece.bytes().length,
                        piece.mediaType())
                .orElseThrow(
                        () -> new IllegalStateException("object exists " + upload.objectKey()));
    }

    private static StoredObject result(Future<StoredObject> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
