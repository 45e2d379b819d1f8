package vn.hue.earchive.archive.aip;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * One XML file, indented by two blanks, in memory. Names carry their prefix; namespaces are
 * declared as attributes of the root. Characters that XML 1.0 cannot carry become U+FFFD, so that
 * no text from outside makes a package unreadable.
 */
final class Xml {

    // The JDK's own writer, whatever else lies on the class path: a package must not change with
    // it.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final XMLStreamWriter out;
    private int depth;
    private boolean hasChildren;

    Xml() {
        try {
            out =
                    FACTORY.createXMLStreamWriter(
                            new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            out.writeProcessingInstruction("xml version=\"1.0\" encoding=\"UTF-8\"");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param attributes name, value, name, value …; a null value leaves the attribute out
     */
    Xml open(String name, @Nullable String... attributes) {
        try {
            line();
            out.writeStartElement(name);
            attributes(attributes);
            depth++;
            hasChildren = false;
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml close() {
        try {
            depth--;
            if (hasChildren) {
                line();
            }
            out.writeEndElement();
            hasChildren = true;
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with text; without a value it is written empty. */
    Xml leaf(String name, @Nullable String text, @Nullable String... attributes) {
        if (text == null || text.isEmpty()) {
            return empty(name, attributes);
        }
        try {
            line();
            out.writeStartElement(name);
            attributes(attributes);
            out.writeCharacters(legal(text));
            out.writeEndElement();
            hasChildren = true;
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml empty(String name, @Nullable String... attributes) {
        try {
            line();
            out.writeEmptyElement(name);
            attributes(attributes);
            hasChildren = true;
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] toBytes() {
        try {
            out.writeEndDocument();
            out.writeCharacters("\n");
            out.flush();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = attributes[i + 1];
            if (name != null && value != null) {
                out.writeAttribute(name, legal(value));
            }
        }
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String legal(String text) {
        if (text.codePoints().allMatch(Xml::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
