package vn.hue.earchive.archive.pronom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.archive.spool.TestSpool;

/** What PRONOM says of files, by the real process. */
class LookUpFormatTest {

    private static final LookUpFormat PRONOM = TestPronom.with(Duration.ofSeconds(60));

    @TempDir Path folder;

    @AfterAll
    static void end() {
        PRONOM.close();
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a.pdf", TestFiles.pdf("1.4"), "fmt/18", "1.4"),
                Arguments.of("a.pdf", TestFiles.pdf("1.7"), "fmt/276", "1.7"),
                Arguments.of("a.pdf", TestFiles.pdf("2.0"), "fmt/1129", "2.0"),
                Arguments.of("a.docx", TestFiles.docx(), "fmt/412", "2007 onwards"),
                Arguments.of("a.doc", TestFiles.doc(), "fmt/40", "97-2003"),
                Arguments.of("a.jpg", TestFiles.jpeg(), "fmt/43", "1.01"),
                Arguments.of("a.gif", TestFiles.gif("89a"), "fmt/4", "89a"));
    }

    /** Red when a container is not opened (shown). */
    @ParameterizedTest
    @MethodSource("files")
    void tellsTheFormatByTheBytes(String name, byte[] bytes, String puid, String version) {
        PronomResult result = of(name, bytes);

        assertThat(result.outcome()).isEqualTo(PronomResult.Outcome.LOOKED);
        assertThat(result.hits())
                .extracting(PronomHit::puid, PronomHit::version, PronomHit::byBytes)
                .containsExactly(tuple(puid, version, true));
        assertThat(result.hits().getFirst().extensionFits()).isTrue();
    }

    /** Red when the name outweighs the bytes. */
    @Test
    void aNameDoesNotMakeAFormat() {
        PronomHit exe = of("thong-bao.pdf", TestFiles.exe()).hits().getFirst();

        assertThat(exe.extensionFits()).isFalse();
        assertThat(exe.name()).contains("Executable");
        assertThat(of("a.docx", TestFiles.zip(Map.of("a.txt", "x"))).hits())
                .extracting(PronomHit::puid)
                .containsExactly("x-fmt/263");
        assertThat(of("a.docx", TestFiles.docm()).hits())
                .extracting(PronomHit::puid)
                .containsExactly("fmt/523");
    }

    @Test
    void textIsKnownByItsNameOnly() {
        byte[] text = "Phiếu trình: đã duyệt".getBytes(StandardCharsets.UTF_8);

        assertThat(of("a.txt", text).hits())
                .containsExactly(new PronomHit("x-fmt/111", "Plain Text File", null, false, true));
        assertThat(of("a.bin", text).hits()).extracting(PronomHit::byBytes).doesNotContain(true);
    }

    /** Red when a container that is cut is taken for a plain ZIP (shown). */
    @Test
    void aContainerThatIsNotAllThereIsNotJudged() {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        byte[] docx = TestFiles.zip(Map.of("a.bin", HexFormat.of().formatHex(bytes)));
        try (SpooledFile file = TestSpool.of(folder, 140_000).file("a.docx", docx)) {
            assertThat(PRONOM.of(file).outcome())
                    .isEqualTo(PronomResult.Outcome.CONTAINER_NOT_READ);
        }
    }

    /** Red when the end of a file is not looked at. */
    @Test
    void theEndsOfALongFileSuffice() {
        byte[] pdf = new byte[5_000_000];
        System.arraycopy(TestFiles.pdf("1.5"), 0, pdf, 0, 30);
        byte[] end = "startxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, pdf, pdf.length - end.length, end.length);
        try (SpooledFile file = TestSpool.of(folder, 140_000).file("a.pdf", pdf)) {
            assertThat(PRONOM.of(file).hits())
                    .extracting(PronomHit::puid)
                    .containsExactly("fmt/19");
        }
    }

    /** Red when a file can hold up the intake for as long as it likes. */
    @Test
    void aFileThatTakesTooLongIsToldAndTheNextIsTaken() {
        LookUpFormat slow = TestPronom.with(Duration.ofNanos(1));
        try (SpooledFile file = TestSpool.of(folder, 140_000).file("a.pdf", TestFiles.pdf("1.4"))) {
            assertThat(slow.of(file).outcome()).isEqualTo(PronomResult.Outcome.TIMED_OUT);
            assertThat(slow.of(file).outcome()).isEqualTo(PronomResult.Outcome.TIMED_OUT);
        } finally {
            slow.close();
        }
    }

    /** Red when an entry of a container is unpacked without a bound. */
    @Test
    void aZipThatUnpacksToMuchCostsLittle() {
        byte[] bomb = TestFiles.zip(Map.of("[Content_Types].xml", "0".repeat(200_000_000)));

        assertThat(of("a.docx", bomb).hits())
                .extracting(PronomHit::puid)
                .containsExactly("x-fmt/263");
    }

    private PronomResult of(String name, byte[] bytes) {
        try (SpooledFile file = TestSpool.of(folder, 1 << 20).file(name, bytes)) {
            return PRONOM.of(file);
        }
    }
}
