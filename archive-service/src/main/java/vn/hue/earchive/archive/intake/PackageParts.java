package vn.hue.earchive.archive.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sip.PackageBytes;
import vn.hue.earchive.kit.objects.ObjectStore;

/**
 * The bytes of a package as they lie in the working store: one object per part, key {@code
 * packages/{id}/parts/{number, 5 digits}-{SHA-256}}.
 */
final class PackageParts implements PackageBytes {

    private final ObjectStore working;
    private final Packages.Row row;
    private final List<Packages.Part> parts;

    PackageParts(ObjectStore working, Packages.Row row, List<Packages.Part> parts) {
        this.working = working;
        this.row = row;
        this.parts = parts;
    }

    /** Everything of one package. */
    static String prefix(UUID id) {
        return "packages/" + id + "/";
    }

    static String key(UUID id, int number, String sha256) {
        return prefix(id) + "parts/%05d-%s".formatted(number, sha256);
    }

    @Override
    public long size() {
        return row.size();
    }

    @Override
    public InputStream open(long offset, long length) {
        return new Range(offset, Math.min(length, row.size() - offset));
    }

    /** Opens one part after the other. */
    private final class Range extends InputStream {

        private final byte[] single = new byte[1];
        private long at;
        private long left;
        private @Nullable InputStream part;
        private long leftOfPart;

        Range(long at, long left) {
            this.at = at;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            if (leftOfPart == 0) {
                next();
            }
            InputStream open = java.util.Objects.requireNonNull(part);
            int count = open.read(target, offset, (int) Math.min(length, leftOfPart));
            if (count < 0) {
                throw new IOException("a part is shorter than it was");
            }
            at += count;
            left -= count;
            leftOfPart -= count;
            return count;
        }

        private void next() throws IOException {
            close();
            int index = Math.toIntExact(at / row.partSize());
            long inside = at - index * row.partSize();
            Packages.Part next = parts.get(index);
            leftOfPart = Math.min(left, next.size() - inside);
            part = working.get(key(row.id(), next.number(), next.sha256()), inside, leftOfPart);
        }

        @Override
        public void close() throws IOException {
            if (part != null) {
                part.close();
                part = null;
            }
        }
    }
}
