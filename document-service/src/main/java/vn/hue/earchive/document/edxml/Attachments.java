package vn.hue.earchive.document.edxml;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlRejected.Reason;
import vn.hue.earchive.document.file.BoundedStream;
import vn.hue.earchive.document.file.Owner;
import vn.hue.earchive.document.file.StoreUpload;
import vn.hue.earchive.document.file.Upload;

/**
 * Stores the attachments of one message while they are decoded. A sender may zip an attachment:
 * then each entry of the archive becomes a file (bounded in number and in unpacked size; names lose
 * their folders).
 */
final class Attachments implements EdxmlReader.AttachmentSink {

    private static final int MAX_FILES = 50;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Formats that are ZIP files themselves and stay as they are. */
    private static final Set<String> ZIPPED_FORMATS =
            Set.of("docx", "xlsx", "pptx", "odt", "ods", "odp");

    private final StoreUpload store;
    private final Owner owner;
    private final long maxUnpacked;
    private final List<Upload> stored = new ArrayList<>();

    Attachments(StoreUpload store, Owner owner, long maxUnpacked) {
        this.store = store;
        this.owner = owner;
        this.maxUnpacked = maxUnpacked;
    }

    List<Upload> stored() {
        return List.copyOf(stored);
    }

    /** Takes back what was stored so far. */
    void discard() {
        stored.forEach(store::discard);
        stored.clear();
    }

    @Override
    public void take(String name, @Nullable String contentType, InputStream bytes)
            throws IOException, EdxmlRejected {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(ZIP.length);
        byte[] start = in.readNBytes(ZIP.length);
        in.reset();
        if (Arrays.equals(start, ZIP) && !ZIPPED_FORMATS.contains(extension(name))) {
            unzip(new ZipInputStream(in));
        } else {
            stage(name, contentType, in);
        }
    }

    private void unzip(ZipInputStream zip) throws IOException, EdxmlRejected {
        // One bound over all entries together; whoever reads an entry must not close the archive.
        InputStream unpacked =
                new FilterInputStream(new BoundedStream(zip, maxUnpacked)) {
                    @Override
                    public void close() {}
                };
        try {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                if (!entry.isDirectory()) {
                    String path = entry.getName();
                    stage(path.substring(path.lastIndexOf('/') + 1), null, unpacked);
                }
                entry = zip.getNextEntry();
            }
        } catch (ZipException e) {
            throw new EdxmlRejected(Reason.MALFORMED, "Attachment");
        }
    }

    private void stage(String name, @Nullable String contentType, InputStream bytes)
            throws EdxmlRejected {
        if (stored.size() == MAX_FILES) {
            throw new EdxmlRejected(Reason.TOO_LARGE, "Attachment");
        }
        boolean zipped = contentType == null || contentType.contains("zip");
        stored.add(store.stage(owner, name, zipped ? null : contentType, bytes));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
