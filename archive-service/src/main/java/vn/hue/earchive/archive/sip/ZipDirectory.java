package vn.hue.earchive.archive.sip;

import static vn.hue.earchive.archive.sip.SipCode.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the central directory of a ZIP (APPNOTE 6.3, ZIP64 included) and refuses everything that a
 * package has no need of. Reads the directory alone, so that a bomb costs nothing; {@link
 * ZipContent} then gives out no more than the directory announced.
 */
public final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_SIZE = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int MAX_COMMENT = 65535;
    private static final int MAX_NAME_AND_EXTRA = 2048;
    private static final long SMALL = 65536;

    private final PackageBytes bytes;
    private final SipLimits limits;

    private ZipDirectory(PackageBytes bytes, SipLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /**
     * The files, in the order of their bytes.
     *
     * @throws SipRefused with a code of the kind ZIP_…
     */
    public static List<ZipItem> read(PackageBytes bytes, SipLimits limits)
            throws SipRefused, IOException {
        return new ZipDirectory(bytes, limits).read();
    }

    private record End(long entries, long size, long offset) {}

    private List<ZipItem> read() throws SipRefused, IOException {
        End end = end();
        if (end.entries() > limits.entries()) {
            throw SipRefused.of(ZIP_TOO_MANY_ENTRIES, end.entries(), limits.entries());
        }
        if (end.size() > end.entries() * (ENTRY_SIZE + MAX_NAME_AND_EXTRA)
                || end.size() < end.entries() * ENTRY_SIZE
                || end.offset() < 0
                || end.offset() > bytes.size() - end.size()) {
            throw SipRefused.of(ZIP_DAMAGED);
        }
        ByteBuffer directory = buffer(end.offset(), (int) end.size());
        List<ZipItem> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, Boolean> kinds = new HashMap<>();
        for (long at = 0; at < end.entries(); at++) {
            ZipItem item = entry(directory);
            if (!names.add(EntryName.key(item.name()))) {
                throw SipRefused.at(ZIP_NAME_DUPLICATE, item.name());
            }
            boolean folder = item.name().endsWith("/");
            kinds.put(EntryName.key(item.name()), folder);
            if (!folder) {
                items.add(item);
            } else if (item.size() != 0) {
                throw SipRefused.at(ZIP_DAMAGED, item.name());
            }
        }
        if (directory.hasRemaining()) {
            throw SipRefused.of(ZIP_DAMAGED);
        }
        requireFoldersToBeFolders(items, kinds);
        requireTotal(items);
        return apart(items, end.offset());
    }

    private static void requireFoldersToBeFolders(List<ZipItem> items, Map<String, Boolean> kinds)
            throws SipRefused {
        for (ZipItem item : items) {
            String key = EntryName.key(item.name());
            for (int slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) {
                if (Boolean.FALSE.equals(kinds.get(key.substring(0, slash)))) {
                    throw SipRefused.at(ZIP_NAME_DUPLICATE, item.name());
                }
            }
        }
    }

    private void requireTotal(List<ZipItem> items) throws SipRefused {
        long total = 0;
        for (ZipItem item : items) {
            if (item.size() > limits.entryBytes()) {
                throw SipRefused.at(ZIP_ENTRY_TOO_LARGE, item.name(), limits.entryBytes());
            }
            if (item.size() > SMALL && item.size() / limits.ratio() > Math.max(1, item.packed())) {
                throw SipRefused.at(ZIP_RATIO_EXCEEDED, item.name(), limits.ratio());
            }
            total += item.size();
            if (total > limits.totalBytes()) {
                throw SipRefused.of(ZIP_TOTAL_TOO_LARGE, limits.totalBytes());
            }
        }
    }

    /** Each entry ends before the next begins: no byte is read for two of them. */
    private static List<ZipItem> apart(List<ZipItem> items, long directory) throws SipRefused {
        items.sort(Comparator.comparingLong(ZipItem::offset));
        List<ZipItem> apart = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            ZipItem item = items.get(at);
            long end = at + 1 < items.size() ? items.get(at + 1).offset() : directory;
            if (item.offset() + LOCAL_SIZE + item.packed() > end) {
                throw SipRefused.at(ZIP_ENTRIES_OVERLAP, item.name());
            }
            apart.add(
                    new ZipItem(
                            item.name(),
                            item.size(),
                            item.packed(),
                            item.crc32(),
                            item.deflated(),
                            item.offset(),
                            end));
        }
        return List.copyOf(apart);
    }

    private End end() throws SipRefused, IOException {
        int tail = (int) Math.min(bytes.size(), END_SIZE + MAX_COMMENT + LOCATOR_SIZE);
        if (tail < END_SIZE) {
            throw SipRefused.of(ZIP_TRUNCATED);
        }
        long base = bytes.size() - tail;
        ByteBuffer last = buffer(base, tail);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            // Its comment ends with the file: nothing is hidden behind it, nothing cut off.
            if (last.getInt(at) == END
                    && at + END_SIZE + Short.toUnsignedInt(last.getShort(at + 20)) == tail) {
                return end(last, at, base);
            }
        }
        throw SipRefused.of(ZIP_TRUNCATED);
    }

    private End end(ByteBuffer last, int at, long base) throws SipRefused, IOException {
        int disk = Short.toUnsignedInt(last.getShort(at + 4));
        long entries = Short.toUnsignedInt(last.getShort(at + 10));
        long size = Integer.toUnsignedLong(last.getInt(at + 12));
        long offset = Integer.toUnsignedLong(last.getInt(at + 16));
        long directoryEnd = base + at;
        if (at >= LOCATOR_SIZE && last.getInt(at - LOCATOR_SIZE) == LOCATOR) {
            long place = last.getLong(at - LOCATOR_SIZE + 8);
            if (place < 0 || place > base + at - LOCATOR_SIZE - END64_SIZE) {
                throw SipRefused.of(ZIP_DAMAGED);
            }
            ByteBuffer end64 = buffer(place, END64_SIZE);
            if (end64.getInt(0) != END64) {
                throw SipRefused.of(ZIP_DAMAGED);
            }
            disk = end64.getInt(16);
            entries = end64.getLong(32);
            size = end64.getLong(40);
            offset = end64.getLong(48);
            directoryEnd = place;
        }
        if (disk != 0) {
            throw SipRefused.of(ZIP_SPLIT);
        }
        if (entries < 0 || size < 0 || offset < 0 || offset != directoryEnd - size) {
            throw SipRefused.of(ZIP_DAMAGED);
        }
        return new End(entries, size, offset);
    }

    private ZipItem entry(ByteBuffer in) throws SipRefused {
        if (in.remaining() < ENTRY_SIZE || in.getInt(in.position()) != ENTRY) {
            throw SipRefused.of(ZIP_DAMAGED);
        }
        int at = in.position();
        int madeBy = Short.toUnsignedInt(in.getShort(at + 4)) >> 8;
        int flags = Short.toUnsignedInt(in.getShort(at + 8));
        int method = Short.toUnsignedInt(in.getShort(at + 10));
        int nameLength = Short.toUnsignedInt(in.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(in.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(in.getShort(at + 32));
        int mode = in.getInt(at + 38) >>> 16;
        if (in.remaining() < ENTRY_SIZE + nameLength + extraLength + commentLength) {
            throw SipRefused.of(ZIP_DAMAGED);
        }
        byte[] nameBytes = new byte[nameLength];
        in.position(at + ENTRY_SIZE);
        in.get(nameBytes);
        String name = EntryName.safe(nameBytes);
        if (name == null) {
            throw SipRefused.at(ZIP_NAME_UNSAFE, printable(nameBytes));
        }
        if ((flags & 0x2041) != 0 || method == 99) {
            throw SipRefused.at(ZIP_ENCRYPTED, name);
        }
        if (method != 0 && method != 8) {
            throw SipRefused.at(ZIP_METHOD_UNSUPPORTED, name, method);
        }
        int kind = mode & 0xf000;
        // Made on Unix or macOS: the mode tells a file (8), a folder (4) or nothing at all.
        if ((madeBy == 3 || madeBy == 19) && kind != 0x8000 && kind != 0x4000 && kind != 0) {
            throw SipRefused.at(ZIP_LINK, name);
        }
        long[] sizes = {
            Integer.toUnsignedLong(in.getInt(at + 24)),
            Integer.toUnsignedLong(in.getInt(at + 20)),
            Integer.toUnsignedLong(in.getInt(at + 42))
        };
        widen(in, extraLength, sizes, name);
        in.position(at + ENTRY_SIZE + nameLength + extraLength + commentLength);
        if (method == 0 && sizes[0] != sizes[1]) {
            throw SipRefused.at(ZIP_DAMAGED, name);
        }
        return new ZipItem(
                name,
                sizes[0],
                sizes[1],
                Integer.toUnsignedLong(in.getInt(at + 16)),
                method == 8,
                sizes[2],
                0);
    }

    /** ZIP64: the fields that did not fit stand in the extra field, in this order. */
    private void widen(ByteBuffer in, int extraLength, long[] sizes, String name)
            throws SipRefused {
        int end = in.position() + extraLength;
        while (end - in.position() >= 4) {
            int tag = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            if (length > end - in.position()) {
                throw SipRefused.at(ZIP_DAMAGED, name);
            }
            int next = in.position() + length;
            for (int at = 0; tag == 1 && at < sizes.length; at++) {
                if (sizes[at] == 0xffffffffL) {
                    if (next - in.position() < 8) {
                        throw SipRefused.at(ZIP_DAMAGED, name);
                    }
                    sizes[at] = in.getLong();
                }
            }
            in.position(next);
        }
        for (long size : sizes) {
            if (size < 0 || size > Long.MAX_VALUE / 4) {
                throw SipRefused.at(ZIP_DAMAGED, name);
            }
        }
    }

    private ByteBuffer buffer(long offset, int length) throws IOException, SipRefused {
        try (InputStream in = bytes.open(offset, length)) {
            byte[] read = in.readNBytes(length);
            if (read.length < length) {
                throw SipRefused.of(ZIP_TRUNCATED);
            }
            return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** A hostile name as it can be shown: what is not plain ASCII becomes a question mark. */
    private static String printable(byte[] name) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < Math.min(name.length, 100); at++) {
            text.append(name[at] >= 0x20 && name[at] < 0x7f ? (char) name[at] : '?');
        }
        return text.toString();
    }
}
