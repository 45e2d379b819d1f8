package vn.hue.earchive.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {

    @Test
    void storesNfcWhateverComes() {
        String nfd = Normalizer.normalize("  Ủy ban nhân dân ", Normalizer.Form.NFD);
        assertThat(VietnameseText.clean(nfd)).isEqualTo("Ủy ban nhân dân");
        assertThat(VietnameseText.clean("  ")).isNull();
    }

    @Test
    void foldsTonesCaseAndBarredD() {
        assertThat(VietnameseText.fold("Quyết  ĐỊNH của Đảng")).isEqualTo("quyet dinh cua dang");
    }

    @Test
    void makesFileNamesThatEverySystemKeeps() {
        assertThat(VietnameseText.fileName("../../etc/passwd")).isEqualTo("_.._etc_passwd");
        assertThat(VietnameseText.fileName("a\u0000b?.pdf")).isEqualTo("a_b_.pdf");
        String name = VietnameseText.fileName("ộ".repeat(300) + ".pdf");
        assertThat(name).endsWith("ộ.pdf");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
    }
}
