package vn.hue.earchive.archive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.PackIndex;
import vn.hue.earchive.kit.objects.ObjectMissing;

/** Reads from the first store that can, in reading order. */
final class AipReader {

    private static final Logger LOG = Logger.getLogger(AipReader.class);
    // Whole files up to this size are checked before their first byte is handed out, so that a bad
    // copy is passed over; longer ones are checked on the way.
    private static final long CHECKED_FIRST = 1 << 20;

    private final ArchiveStores stores;

    AipReader(ArchiveStores stores) {
        this.stores = stores;
    }

    private interface Attempt {
        /** Empty when the store does not have it. */
        Optional<InputStream> open(ArchiveBucket bucket) throws IOException;
    }

    InputStream read(FileSlice file, long offset, long length) {
        long end = length < 0 ? file.length() : offset + length;
        if (offset < 0 || offset > file.length() || end > file.length() || end < offset) {
            throw new IllegalArgumentException("range is outside of the file");
        }
        long wanted = end - offset;
        boolean whole = wanted == file.length();
        if (wanted == 0) {
            return InputStream.nullInputStream();
        }
        return first(
                file.objId(),
                bucket -> {
                    Optional<InputStream> in =
                            bucket.get(file.packKey(), file.offset() + offset, wanted);
                    return whole && in.isPresent()
                            ? Optional.of(
                                    verified(in.get(), file.objId(), bucket, wanted, file.sha256()))
                            : in;
                });
    }

    /**
     * @throws ObjectMissing when the package has no such path
     */
    InputStream read(String objId, String path, long offset, long length) {
        return first(
                objId,
                bucket -> {
                    Optional<Inventory> inventory = new ObjectCopy(bucket, objId).inventory();
                    if (inventory.isEmpty()) {
                        return Optional.empty();
                    }
                    PackIndex.Entry entry =
                            IndexFile.read(bucket, inventory.get())
                                    .index()
                                    .entry(path)
                                    .orElseThrow(() -> new ObjectMissing(objId + "/" + path));
                    Optional<InputStream> packed =
                            bucket.get(inventory.get().packKey(), entry.offset(), entry.length());
                    if (packed.isEmpty()) {
                        return Optional.empty();
                    }
                    InputStream file =
                            verified(
                                    entry.method().equals("stored")
                                            ? packed.get()
                                            : new InflaterInputStream(
                                                    packed.get(), new Inflater(true)),
                                    objId,
                                    bucket,
                                    entry.size(),
                                    entry.sha256());
                    file.skipNBytes(offset);
                    return Optional.of(length < 0 ? file : new Limited(file, length));
                });
    }

    InputStream readPackage(String objId) {
        return first(
                objId,
                bucket -> {
                    Optional<Inventory> inventory = new ObjectCopy(bucket, objId).inventory();
                    if (inventory.isEmpty()) {
                        return Optional.empty();
                    }
                    String key = inventory.get().packKey();
                    Optional<Long> size = bucket.size(key);
                    Optional<InputStream> in = bucket.get(key, 0, -1);
                    if (size.isEmpty() || in.isEmpty()) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            new VerifiedStream(
                                    in.get(),
                                    objId,
                                    bucket.name(),
                                    size.get(),
                                    inventory.get().packSha256()));
                });
    }

    private static InputStream verified(
            InputStream in, String objId, ArchiveBucket bucket, long length, String sha256)
            throws IOException {
        VerifiedStream stream = new VerifiedStream(in, objId, bucket.name(), length, sha256);
        if (length > CHECKED_FIRST) {
            return stream;
        }
        try (stream) {
            return new ByteArrayInputStream(stream.readNBytes((int) length));
        }
    }

    private InputStream first(String objId, Attempt attempt) {
        List<StoreFailure> failures = new ArrayList<>();
        @Nullable FixityFailure bad = null;
        for (ArchiveBucket bucket : stores.inReadingOrder()) {
            try {
                Optional<InputStream> in = attempt.open(bucket);
                if (in.isPresent()) {
                    return in.get();
                }
            } catch (FixityFailure e) {
                LOG.errorf(e, "Stored bytes are bad store=%s objId=%s", bucket.name(), objId);
                bad = e;
            } catch (IOException e) {
                StoreFailure failure =
                        e instanceof StoreFailure known
                                ? known
                                : new StoreFailure(bucket.name(), "send what it began", e);
                stores.failed(bucket, failure);
                failures.add(failure);
            }
        }
        if (bad != null) {
            throw bad;
        }
        if (!failures.isEmpty()) {
            throw new NoStoreLeft(failures).problem();
        }
        throw new ObjectMissing(objId);
    }

    /** The first bytes of a stream. */
    private static final class Limited extends InputStream {
        private final InputStream in;
        private long left;

        private Limited(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
