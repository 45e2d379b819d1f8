package vn.hue.earchive.bench.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PackTest {

    @Test
    void aPackGivesItsFilesBackAndCompressesNothing() throws Exception {
        byte[] first = new byte[5_000];
        byte[] second = {1, 2, 3};

        byte[] pack = Pack.of(List.of(first, second));

        assertThat(pack).hasSizeGreaterThan(5_003);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            assertThat(zip.getNextEntry()).extracting(ZipEntry::getName).isEqualTo("file0");
            assertThat(zip.readAllBytes()).isEqualTo(first);
            assertThat(zip.getNextEntry())
                    .extracting(ZipEntry::getMethod)
                    .isEqualTo(ZipEntry.STORED);
            assertThat(zip.readAllBytes()).isEqualTo(second);
        }
    }
}
