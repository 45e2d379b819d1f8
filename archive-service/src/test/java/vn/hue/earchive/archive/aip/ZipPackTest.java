package vn.hue.earchive.archive.aip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ZIP is read by the JDK's random-access reader, which trusts the directory, and every range of
 * the index is the file. Red when an offset is off by one, a ZIP64 field is left out, a length is
 * written as the packed one, or the UTF-8 flag is missing.
 */
class ZipPackTest {

    @TempDir Path folder;

    @Test
    void everyEntryIsReadableAndEveryRangeOfTheIndexIsTheFile() throws Exception {
        GoldenDossier dossier = GoldenDossier.load();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        PackIndex index = BuildAip.withVersion("0.1.0").write(dossier.description(), dossier, out);

        byte[] zip = out.toByteArray();
        assertThat(index.size()).isEqualTo(zip.length);
        assertThat(index.sha256()).isEqualTo(Digests.sha256(zip));
        Path file = Files.write(folder.resolve("aip.zip"), zip);
        try (ZipFile reader = new ZipFile(file.toFile())) {
            assertThat(reader.size()).isEqualTo(index.entries().size());
            for (PackIndex.Entry entry : index.entries()) {
                ZipEntry zipEntry = reader.getEntry(index.folder() + "/" + entry.path());
                byte[] bytes = reader.getInputStream(zipEntry).readAllBytes();
                assertThat(Digests.sha256(bytes)).as(entry.path()).isEqualTo(entry.sha256());
                assertThat(bytes).hasSize((int) entry.size());
                if (entry.method().equals("stored")) {
                    assertThat(
                                    Arrays.copyOfRange(
                                            zip,
                                            (int) entry.offset(),
                                            (int) (entry.offset() + entry.length())))
                            .as(entry.path())
                            .isEqualTo(bytes);
                } else {
                    assertThat(entry.path()).startsWith("schemas/");
                }
            }
        }
        assertThat(index.dataFiles()).hasSize(4);
        assertThat(BuildAip.withVersion("0.1.0").estimatedSize(dossier.description()))
                .isGreaterThanOrEqualTo(zip.length);
    }

    @Test
    void writesZip64FieldsWhereThirtyTwoBitsDoNotSuffice() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipPack pack = new ZipPack(out, "gói", Instant.parse("2026-11-22T15:40:00Z"), 10);
        for (String name : List.of("nhỏ", "tài liệu lớn hơn mười byte", "thứ ba")) {
            byte[] bytes = (name + " ").repeat(2).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            pack.add(
                    name,
                    UUID.randomUUID(),
                    bytes.length,
                    java.util.HexFormat.of().toHexDigits((int) crc.getValue()),
                    Digests.sha256(bytes),
                    new ByteArrayInputStream(bytes));
        }
        List<PackIndex.Entry> entries = pack.finish();

        Path file = Files.write(folder.resolve("zip64.zip"), out.toByteArray());
        try (ZipFile reader = new ZipFile(file.toFile())) {
            for (PackIndex.Entry entry : entries) {
                ZipEntry zipEntry = reader.getEntry("gói/" + entry.path());
                assertThat(Digests.sha256(reader.getInputStream(zipEntry).readAllBytes()))
                        .isEqualTo(entry.sha256());
            }
        }
        assertThat(new String(out.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("PK\u0006\u0006");
    }

    @Test
    void takesMoreEntriesThanSixteenBitsCount() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipPack pack = new ZipPack(out, "p", Instant.parse("2026-11-22T15:40:00Z"));
        for (int i = 0; i < 66_000; i++) {
            pack.add(Rendered.of("f" + i, new byte[] {1}));
        }
        pack.finish();

        Path file = Files.write(folder.resolve("many.zip"), out.toByteArray());
        try (ZipFile reader = new ZipFile(file.toFile())) {
            assertThat(reader.size()).isEqualTo(66_000);
            assertThat(reader.getInputStream(reader.getEntry("p/f65999")).readAllBytes())
                    .containsExactly(1);
        }
    }
}
