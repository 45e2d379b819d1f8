package vn.hue.earchive.archive.aip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A schema that packages carry. The same bytes in every package, so they are compressed once per
 * process and copied from then on (ADR 0041).
 */
record SchemaFile(String name, int size, long crc32, String sha256, Bytes deflated) {

    private static final List<SchemaFile> ALL =
            List.of(
                    load("DILCISExtensionMETS.xsd"),
                    load("DILCISExtensionSIPMETS.xsd"),
                    load("EAD.xsd"),
                    load("EAD_doc.xsd"),
                    load("EAD_media.xsd"),
                    load("EAD_pic.xsd"),
                    load("METS.xsd"),
                    load("xlink.xsd"));

    private static final Set<String> ONLY_WHERE_USED =
            Set.of(MediaFields.PICTURE.schema(), MediaFields.RECORDING.schema());

    /**
     * Those of a package whose descriptions follow the given tables, in the order of the package.
     */
    static List<SchemaFile> of(Set<EadTable> tables) {
        Set<String> used = tables.stream().map(EadTable::schema).collect(Collectors.toSet());
        return ALL.stream()
                .filter(file -> !ONLY_WHERE_USED.contains(file.name) || used.contains(file.name))
                .toList();
    }

    String path() {
        return "schemas/" + name;
    }

    private static SchemaFile load(String name) {
        try (InputStream in = SchemaFile.class.getResourceAsStream("/aip/schemas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("schema " + name + " is not on the class path");
            }
            byte[] bytes = in.readAllBytes();
            CRC32 crc = new CRC32();
            crc.update(bytes);
            return new SchemaFile(
                    name,
                    bytes.length,
                    crc.getValue(),
                    Digests.sha256(bytes),
                    new Bytes(deflate(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[bytes.length + 64];
            int length = deflater.deflate(buffer);
            if (!deflater.finished()) {
                throw new IllegalStateException("a schema grew when compressed");
            }
            return Arrays.copyOf(buffer, length);
        }
    }
}
