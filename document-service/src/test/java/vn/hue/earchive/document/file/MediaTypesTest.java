package vn.hue.earchive.document.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.Work;

class MediaTypesTest {

    @Test
    void knowsAPdfFromOtherThings() {
        byte[] pdf = Arrays.copyOf(Work.sample("05-CT-UBND.pdf"), MediaTypes.PREFIX);
        assertThat(MediaTypes.matches("application/pdf", pdf)).isTrue();
        assertThat(MediaTypes.matches("image/png", pdf)).isFalse();
        assertThat(MediaTypes.matches("text/plain", pdf)).isFalse();
    }

    @Test
    void takesTextWithoutNul() {
        assertThat(MediaTypes.matches("text/plain", "Huế".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(MediaTypes.matches("text/plain", new byte[] {'a', 0, 'b'})).isFalse();
    }

    @Test
    void readsTheTypeWithoutParameters() {
        assertThat(MediaTypes.accepted("Text/Plain; charset=utf-8")).contains("text/plain");
        assertThat(MediaTypes.accepted("application/x-msdownload")).isEmpty();
        assertThat(MediaTypes.accepted(null)).isEmpty();
        assertThat(MediaTypes.ofName("a.PDF")).contains("application/pdf");
    }
}
