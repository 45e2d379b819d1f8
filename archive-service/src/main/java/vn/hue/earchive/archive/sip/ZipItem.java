package vn.hue.earchive.archive.sip;

/**
 * One file of a ZIP as its central directory describes it.
 *
 * @param name path with {@code /}, relative, without {@code .} or {@code ..}
 * @param size bytes unpacked
 * @param packed bytes in the ZIP
 * @param crc32 of the unpacked bytes, unsigned
 * @param offset of its local header
 * @param end first byte that belongs to the next entry or to the directory
 */
public record ZipItem(
        String name, long size, long packed, long crc32, boolean deflated, long offset, long end) {

    /** CRC-32 as 8 lower-case hex digits. */
    public String crc() {
        return "%08x".formatted(crc32);
    }
}
