package vn.hue.earchive.document.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Codes as the domain reference 2.4 and 2.7 gives them. */
class FileCodesTest {

    @Test
    void buildsTheCodesOfTheSample() {
        assertThat(FileCodes.fileCode("H57.21", 2025, "01-VP")).isEqualTo("H57.21.2025.01-VP");
        assertThat(FileCodes.docCode("H57.21.2025.01-VP", 2))
                .isEqualTo("H57.21.2025.01-VP.0000002");
        assertThat(FileCodes.docId("H57.21.2025.01-VP", 2, UUID.randomUUID()))
                .isEqualTo("H57.21.2025.01-VP.2");
    }

    /** Red when the fallback is cut instead of computed: two documents would share an id. */
    @Test
    void keepsDocIdWithinTwentyFiveCharactersAndUnique() {
        String longCode = "H49.64.33.2001.A-LONG-NOTATION";
        UUID all = new UUID(-1L, -1L);
        assertThat(FileCodes.docId(longCode, 160, all)).hasSizeLessThanOrEqualTo(25);
        assertThat(FileCodes.docId(longCode, 160, all))
                .isNotEqualTo(FileCodes.docId(longCode, 160, new UUID(-1L, -2L)));
    }
}
