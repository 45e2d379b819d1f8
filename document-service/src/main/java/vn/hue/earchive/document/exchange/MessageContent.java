package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Objects;
import vn.hue.earchive.document.edxml.EdxmlWriter;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** The edXML of a queued message; files are read from the working bucket while it is read. */
@ApplicationScoped
class MessageContent {

    private final ObjectStore bucket;

    MessageContent(@WorkingBucket ObjectStore bucket) {
        this.bucket = bucket;
    }

    /**
     * @throws BusFailure FILE_HAS_LEFT when the archive has a file's place
     */
    EdxmlWriter.Message of(RecordAttempt.Work work) throws BusFailure {
        if (work.document() == null) {
            return EdxmlWriter.write(Objects.requireNonNull(work.answer()));
        }
        for (DocumentFile file : work.files()) {
            if (!file.isPresent()) {
                throw new BusFailure(BusFailure.Code.FILE_HAS_LEFT, file.id().toString(), false);
            }
        }
        return EdxmlWriter.write(
                work.document(), work.files().stream().map(f -> new Stored(f, bucket)).toList());
    }

    private record Stored(DocumentFile file, ObjectStore bucket) implements EdxmlWriter.Attachment {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String mediaType() {
            return file.mediaType();
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public InputStream open() {
            return bucket.get(file.objectKey());
        }
    }
}
