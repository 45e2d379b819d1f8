package vn.hue.earchive.archive.text.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads plain text in the encodings that can be told from the bytes. */
final class PlainText {

    private PlainText() {}

    /**
     * At most so many characters from the beginning.
     *
     * @throws CharacterCodingException when it is neither UTF-8 nor marked as UTF-16
     */
    static OpenFile read(Path file, int maxCharacters) throws IOException {
        int most = 4 * maxCharacters;
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most);
        }
        Charset charset = charset(bytes);
        int end = bytes.length;
        if (bytes.length == most && charset.equals(StandardCharsets.UTF_8)) {
            // Not in the middle of a letter.
            while (end > 0 && (bytes[end - 1] & 0xC0) == 0x80) {
                end--;
            }
            end = Math.max(0, end - 1);
        }
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
        return new WholeText(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2) {
            byte[] mark = Arrays.copyOf(bytes, 2);
            if (Arrays.equals(mark, new byte[] {(byte) 0xFE, (byte) 0xFF})
                    || Arrays.equals(mark, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
                return StandardCharsets.UTF_16;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
