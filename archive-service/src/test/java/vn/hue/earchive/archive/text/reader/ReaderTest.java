package vn.hue.earchive.archive.text.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.archive.text.Samples;
import vn.hue.earchive.kit.apart.ApartProcess;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/** What the reading process makes of each format. */
class ReaderTest {

    private static final int MAX_PIXELS = 1_000_000;
    private static final int MAX_CHARACTERS = 4000;

    @TempDir Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private ApartProcess reader;

    @BeforeEach
    void start() {
        reader =
                new ApartProcess(
                        new ApartSettings(
                                ReaderMain.class,
                                List.of("" + MAX_PIXELS, "" + MAX_CHARACTERS),
                                folder.resolve("reader"),
                                128,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(1)));
    }

    @AfterEach
    void end() {
        reader.close();
    }

    @Test
    void aTextLayerIsReadAndNotDrawn() throws Exception {
        assertThat(open(Samples.document(Samples.BORN_DIGITAL), TextFormat.PDF))
                .isEqualTo(ReadReply.opened(1));

        ReadReply page = page(1);

        assertThat(page.text()).contains("Về tăng cường quản lý công tác văn thư, lưu trữ");
        assertThat(page.drawn()).isFalse();
        assertThat(picture()).doesNotExist();
    }

    /** Red when a picture is drawn larger than its limit (shown). */
    @Test
    void aScanIsDrawnWithinTheLimit() throws Exception {
        open(Samples.document(Samples.SCAN), TextFormat.PDF);

        assertThat(page(1).drawn()).isTrue();

        BufferedImage drawn = ImageIO.read(picture().toFile());
        assertThat(drawn.getWidth() * drawn.getHeight())
                .isBetween(MAX_PIXELS / 2, MAX_PIXELS * 101 / 100);
        assertThat(drawn.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    }

    /** Red when only the first picture of a TIFF is read, or a large one fills the heap. */
    @Test
    void aTiffHasAPageForEachPicture() throws Exception {
        assertThat(open(tiff(3000, 4000), TextFormat.PICTURE)).isEqualTo(ReadReply.opened(2));

        assertThat(page(2).drawn()).isTrue();

        BufferedImage drawn = ImageIO.read(picture().toFile());
        assertThat(drawn.getWidth() * drawn.getHeight()).isLessThanOrEqualTo(MAX_PIXELS);
    }

    @Test
    void wordsOfTextDocumentsAreReadInTheirOrder() throws Exception {
        open(
                zip(
                        "word/document.xml",
                        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Tờ</w:t><w:tab/><w:t>trình</w:t></w:r></w:p><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>kính gửi</w:t></w:r></w:p></w:body></w:document>"),
                TextFormat.DOCX);
        assertThat(page(1).text().strip()).isEqualTo("Tờ trình kính gửi");

        open(
                zip(
                        "content.xml",
                        "<o:doc xmlns:o=\"o\" xmlns:text=\"t\"><text:h>Tờ trình</text:h><text:p>kính <text:span>gửi</text:span></text:p></o:doc>"),
                TextFormat.ODT);
        assertThat(page(1).text().strip()).isEqualTo("Tờ trình kính gửi");
    }

    /** Red when letters are guessed. */
    @Test
    void plainTextIsReadInTheEncodingsThatCanBeTold() throws Exception {
        open("Tờ trình".getBytes(StandardCharsets.UTF_8), TextFormat.PLAIN);
        assertThat(page(1).text()).isEqualTo("Tờ trình");
        open("\uFEFFTờ trình".getBytes(StandardCharsets.UTF_16LE), TextFormat.PLAIN);
        assertThat(page(1).text()).isEqualTo("Tờ trình");
        open("ờ".repeat(9999).getBytes(StandardCharsets.UTF_8), TextFormat.PLAIN);
        assertThat(page(1).text()).isEqualTo("ờ".repeat(MAX_CHARACTERS));
        assertThat(open(new byte[] {'T', (byte) 0xEA, 'n'}, TextFormat.PLAIN).problem())
                .isEqualTo(ReadProblem.ENCODING_UNKNOWN);
    }

    @Test
    void whatCannotBeOpenedIsToldAsWhatItIs() throws Exception {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Samples.document(Samples.BORN_DIGITAL))) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
        assertThat(open(out.toByteArray(), TextFormat.PDF).problem())
                .isEqualTo(ReadProblem.ENCRYPTED);
        for (TextFormat format : List.of(TextFormat.PDF, TextFormat.PICTURE, TextFormat.DOCX)) {
            assertThat(open(new byte[2000], format).problem()).isEqualTo(ReadProblem.UNREADABLE);
        }
        assertThat(open(zip("word/other.xml", "<x/>"), TextFormat.DOCX).problem())
                .isEqualTo(ReadProblem.UNREADABLE);
        assertThat(
                        open(
                                        zip(
                                                "content.xml",
                                                "<!DOCTYPE x [<!ENTITY e \"x\">]><text:p xmlns:text=\"t\">&e;</text:p>"),
                                        TextFormat.ODT)
                                .problem())
                .isEqualTo(ReadProblem.UNREADABLE);
        assertThat(page(1).problem()).isEqualTo(ReadProblem.CRASHED);
    }

    private ReadReply open(byte[] bytes, TextFormat format) throws Exception {
        Path file = Files.write(folder.resolve("file"), bytes);
        return ask(ReadRequest.open(file.toString(), format));
    }

    private ReadReply page(int number) throws Exception {
        return ask(ReadRequest.page(number, picture().toString()));
    }

    private Path picture() {
        return folder.resolve("page.png");
    }

    private ReadReply ask(ReadRequest request) throws Exception {
        ApartReply reply = reader.ask(json.writeValueAsString(request));
        assertThat(reply).isInstanceOf(ApartReply.Answer.class);
        return json.readValue(((ApartReply.Answer) reply).line(), ReadReply.class);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] tiff(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < 2; page++) {
                var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
