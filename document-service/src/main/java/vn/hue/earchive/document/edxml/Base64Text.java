package vn.hue.earchive.document.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of the current element as a stream of Base64 characters, pulled from the parser piece by
 * piece. Blanks are passed over; anything else that is not Base64 breaks the stream.
 */
final class Base64Text extends InputStream {

    private final XMLStreamReader xml;
    private char[] piece = new char[0];
    private int next;
    private int end;
    private boolean ended;

    Base64Text(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The bytes that the text stands for. */
    InputStream decoded() {
        return Base64.getDecoder().wrap(this);
    }

    /** Leaves the parser on the end of the element. */
    void skipToEnd() throws XMLStreamException, IOException {
        while (!ended) {
            advance();
        }
    }

    @Override
    public int read() throws IOException {
        while (true) {
            while (next < end) {
                char c = piece[next++];
                if (c > ' ') {
                    if (c > 'z') {
                        throw new IOException("not Base64");
                    }
                    return c;
                }
            }
            if (ended) {
                return -1;
            }
            try {
                advance();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = 0;
        while (n < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            buffer[offset + n++] = (byte) c;
        }
        return n == 0 && length > 0 ? -1 : n;
    }

    private void advance() throws XMLStreamException, IOException {
        switch (xml.next()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                piece = xml.getTextCharacters();
                next = xml.getTextStart();
                end = next + xml.getTextLength();
            }
            case XMLStreamConstants.END_ELEMENT -> {
                next = 0;
                end = 0;
                ended = true;
            }
            case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                next = 0;
                end = 0;
            }
            default -> throw new IOException("unexpected markup in Base64");
        }
    }
}
