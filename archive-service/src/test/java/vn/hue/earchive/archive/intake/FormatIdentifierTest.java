package vn.hue.earchive.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats as bytes and names give them. */
class FormatIdentifierTest {

    private final FormatIdentifier formats = new FormatIdentifier();

    /** Red when a version of PDF loses its identifier. */
    @ParameterizedTest
    @CsvSource({"1.4, fmt/18", "1.6, fmt/20", "1.7, fmt/276", "2.0, fmt/1129"})
    void readsTheVersionOfAPdf(String version, String puid) {
        FileFormat format = formats.identify(ascii("%PDF-" + version + "\n"), "a.pdf");

        assertThat(format.accepted()).isTrue();
        assertThat(format.puid()).isEqualTo(puid);
        assertThat(format.version()).isEqualTo(version);
    }

    /** Red when the name outweighs the bytes. */
    @ParameterizedTest
    @CsvSource({
        "4d5a90000300000004000000ffff0000, thong-bao.pdf",
        "7f454c4602010100, bao-cao.docx",
        "504b030414000000, anh.zip",
        "526172211a0700, ho-so.rar",
    })
    void refusesWhatIsNotInTheList(String head, String name) {
        assertThat(formats.identify(HexFormat.of().parseHex(head), name).accepted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a, a.png, image/png",
        "ffd8ffe000104a464946, a.jpg, image/jpeg",
        "474946383961, a.gif, image/gif",
        "504b030414000600, a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "d0cf11e0a1b11ae1, a.doc, application/msword",
    })
    void knowsOfficeFilesAndImages(String head, String name, String mediaType) {
        FileFormat format = formats.identify(HexFormat.of().parseHex(head), name);

        assertThat(format.mediaType()).isEqualTo(mediaType);
        assertThat(format.accepted()).isTrue();
    }

    @Test
    void takesVietnameseTextForText() {
        assertThat(
                        formats.identify(
                                        "Phiếu trình: đã duyệt".getBytes(StandardCharsets.UTF_8),
                                        "vet-xu-ly.txt")
                                .puid())
                .isEqualTo("x-fmt/111");
    }

    @Test
    void survivesAnEmptyFile() {
        assertThat(formats.identify(new byte[0], "rong.bin").accepted()).isFalse();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
