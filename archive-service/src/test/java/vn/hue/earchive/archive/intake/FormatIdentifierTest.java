package vn.hue.earchive.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import vn.hue.earchive.archive.pronom.LookUpFormat;
import vn.hue.earchive.archive.pronom.PronomHit;
import vn.hue.earchive.archive.pronom.PronomResult;
import vn.hue.earchive.archive.pronom.TestFiles;
import vn.hue.earchive.archive.pronom.TestPronom;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.archive.spool.TestSpool;

/** Which files the archive takes, and what it says about them. */
class FormatIdentifierTest {

    private static final LookUpFormat PRONOM = TestPronom.with(Duration.ofSeconds(60));

    @TempDir Path folder;

    private final FormatIdentifier formats = new FormatIdentifier();

    static Stream<Arguments> files() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        return Stream.of(
                Arguments.of("a.pdf", TestFiles.pdf("1.6"), "fmt/20", "application/pdf", ""),
                Arguments.of("a.docx", TestFiles.docx(), "fmt/412", word, ""),
                Arguments.of("a.doc", TestFiles.doc(), "fmt/40", "application/msword", ""),
                Arguments.of("a.jpg", TestFiles.jpeg(), "fmt/43", "image/jpeg", ""),
                Arguments.of("a.txt", text("Phiếu trình"), "x-fmt/111", "text/plain", ""),
                Arguments.of("a.csv", text("a,b"), "x-fmt/18", "text/csv", ""),
                Arguments.of(
                        "a.gif",
                        TestFiles.gif("87a"),
                        "fmt/3",
                        "image/gif",
                        "FORMAT_VERSION_NOT_LISTED"),
                Arguments.of(
                        "a.docx",
                        TestFiles.pdf("1.7"),
                        "fmt/276",
                        "application/pdf",
                        "EXTENSION_DIFFERS"),
                Arguments.of(
                        "a",
                        TestFiles.pdf("1.7"),
                        "fmt/276",
                        "application/pdf",
                        "EXTENSION_DIFFERS"));
    }

    /** Red when the list is not asked by identifier, or a version is not looked at (shown). */
    @ParameterizedTest
    @MethodSource("files")
    void takesWhatIsInTheList(
            String name, byte[] bytes, String puid, String mediaType, String note) {
        FormatIdentifier.Identified found = identify(name, bytes);

        assertThat(found.format().accepted()).isTrue();
        assertThat(found.format().puid()).isEqualTo(puid);
        assertThat(found.format().mediaType()).isEqualTo(mediaType);
        assertThat(codes(found)).isEqualTo(note.isEmpty() ? List.of() : List.of(note));
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("thong-bao.pdf", TestFiles.exe()),
                Arguments.of("anh.zip", TestFiles.zip(Map.of("a.jpg", "x"))),
                Arguments.of("ban-thao.docx", TestFiles.zip(Map.of("a.txt", "x"))),
                Arguments.of("ban-thao.docx", TestFiles.docm()),
                Arguments.of("rong.bin", new byte[0]));
    }

    /** Red when the name outweighs the bytes (shown). */
    @ParameterizedTest
    @MethodSource("strangers")
    void refusesWhatIsNotInTheList(String name, byte[] bytes) {
        FormatIdentifier.Identified found = identify(name, bytes);

        assertThat(found.format().accepted()).isFalse();
        assertThat(codes(found)).contains("FORMAT_NOT_ACCEPTED");
    }

    /** A PDF without its end: people open it, PRONOM does not know it. */
    @Test
    void whatPronomDoesNotKnowIsToldByItsMediaTypeWithoutAnIdentifier() {
        FormatIdentifier.Identified found = identify("a.pdf", text("%PDF-1.6\nđứt"));

        assertThat(found.format().mediaType()).isEqualTo("application/pdf");
        assertThat(found.format().accepted()).isTrue();
        assertThat(found.format().puid()).isNull();
        assertThat(codes(found)).containsExactly("FORMAT_NOT_IN_PRONOM");
    }

    /** Red when a look that did not happen is passed off as one. */
    @ParameterizedTest
    @CsvSource({"NOT_RUN", "TIMED_OUT", "OUT_OF_MEMORY", "CONTAINER_NOT_READ"})
    void aLookThatFailedIsSaid(PronomResult.Outcome outcome) {
        FormatIdentifier.Identified found =
                formats.identify(TestFiles.pdf("1.6"), "a.pdf", PronomResult.of(outcome), null);

        assertThat(found.format().puid()).isNull();
        assertThat(found.format().accepted()).isTrue();
        assertThat(codes(found)).containsExactly("PRONOM_NOT_ASKED");
        assertThat(found.notes().getFirst().args()).contains(outcome.name());
    }

    @Test
    void ofSeveralFormatsTheOneThatTheArchiveTakesIsMeant() {
        var hits =
                new PronomResult(
                        PronomResult.Outcome.LOOKED,
                        List.of(
                                new PronomHit("fmt/9999", "X", null, true, true),
                                new PronomHit("x-fmt/385", "MPEG-1", null, true, true)));

        FormatIdentifier.Identified found = formats.identify(new byte[9], "a.mpg", hits, null);

        assertThat(found.format().puid()).isEqualTo("x-fmt/385");
        assertThat(codes(found)).containsExactly("FORMAT_AMBIGUOUS");
    }

    @Test
    void aConfirmedPdfAIsItsOwnFormat() {
        FormatIdentifier.Identified found =
                formats.identify(
                        TestFiles.pdf("1.7"),
                        "a.pdf",
                        PronomResult.of(PronomResult.Outcome.NOT_RUN),
                        "2b");

        assertThat(found.format().puid()).isEqualTo("fmt/477");
        assertThat(codes(found)).isEmpty();
    }

    /** Red when the list names what PRONOM does not, or under another name. */
    @Test
    void theListIsThatOfPronom() throws Exception {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = getClass().getResourceAsStream("/DROID_SignatureFile_V100.xml")) {
            var formats =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getElementsByTagName("FileFormat");
            for (int at = 0; at < formats.getLength(); at++) {
                Element format = (Element) formats.item(at);
                names.put(
                        format.getAttribute("PUID"),
                        format.getAttribute("Name").strip()
                                + "|"
                                + format.getAttribute("Version").strip());
            }
        }
        assertThat(new AcceptedFormats().rows())
                .hasSizeGreaterThan(80)
                .allSatisfy(row -> {
                    if (row.puid() != null) {
                        assertThat(names.get(row.puid()))
                                .as(row.puid())
                                .isEqualTo(
                                        row.name()
                                                + "|"
                                                + (row.version() == null ? "" : row.version()));
                    }
                });
    }

    private FormatIdentifier.Identified identify(String name, byte[] bytes) {
        try (SpooledFile file = TestSpool.of(folder, 1 << 20).file(name, bytes)) {
            return formats.identify(bytes, name, PRONOM.of(file), null);
        }
    }

    private static List<String> codes(FormatIdentifier.Identified found) {
        return found.notes().stream().map(note -> note.code().name()).toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
