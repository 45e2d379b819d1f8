package vn.hue.earchive.archive.text.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.logging.LogManager;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.apart.ApartMain;

/**
 * The reading process: a {@link ReadRequest} a line (JSON), a {@link ReadReply} a line. One file is
 * open at a time; opening another one closes it.
 */
public final class ReaderMain {

    private final long maxPixels;
    private final int maxCharacters;
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable OpenFile file;

    private ReaderMain(long maxPixels, int maxCharacters) {
        this.maxPixels = maxPixels;
        this.maxCharacters = maxCharacters;
    }

    /**
     * @param arguments largest number of pixels of a picture, of characters of one page
     */
    public static void main(String[] arguments) throws IOException {
        ApartMain.serve(() -> {
            LogManager.getLogManager().reset();
            ImageIO.setUseCache(false);
            var main = new ReaderMain(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
            return main::answer;
        });
    }

    private String answer(String request) throws IOException {
        return json.writeValueAsString(reply(json.readValue(request, ReadRequest.class)));
    }

    private ReadReply reply(ReadRequest request) {
        try {
            if (request.open() != null && request.format() != null) {
                OpenFile opened = open(new File(request.open()), request.format());
                return ReadReply.opened(opened.pages());
            }
            OpenFile open = file;
            if (open == null || request.page() == null || request.picture() == null) {
                return ReadReply.failed(ReadProblem.CRASHED);
            }
            var picture = new File(request.picture());
            return request.pixels() == null
                    ? page(open, request.page(), picture)
                    : draw(open, request.page(), picture, request.pixels());
        } catch (InvalidPasswordException e) {
            return ReadReply.failed(ReadProblem.ENCRYPTED);
        } catch (CharacterCodingException e) {
            return ReadReply.failed(ReadProblem.ENCODING_UNKNOWN);
        } catch (Exception e) { // whatever a broken file makes a library throw
            return ReadReply.failed(ReadProblem.UNREADABLE);
        } catch (StackOverflowError e) {
            return ReadReply.failed(ReadProblem.UNREADABLE);
        }
    }

    private OpenFile open(File path, TextFormat format) throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
        OpenFile opened =
                switch (format) {
                    case PDF -> new PdfFile(path, maxPixels);
                    case PICTURE -> new PictureFile(path, maxPixels);
                    case PLAIN -> PlainText.read(path.toPath(), maxCharacters);
                    case DOCX, ODT -> OfficeText.read(path, format, maxCharacters);
                };
        file = opened;
        return opened;
    }

    private static ReadReply draw(OpenFile open, int number, File picture, long pixels)
            throws IOException {
        if (number <= open.pages() && !ImageIO.write(open.draw(number, pixels), "jpg", picture)) {
            throw new IOException("no writer");
        }
        return new ReadReply(open.pages(), "", true, null);
    }

    private ReadReply page(OpenFile open, int number, File picture) throws IOException {
        OpenFile.Read read = open.page(number);
        BufferedImage drawn = read.picture();
        if (drawn != null && !ImageIO.write(drawn, "png", picture)) {
            throw new IOException("no writer");
        }
        String text = read.text();
        return new ReadReply(
                open.pages(),
                text.substring(0, Math.min(text.length(), maxCharacters)),
                drawn != null,
                null);
    }
}
