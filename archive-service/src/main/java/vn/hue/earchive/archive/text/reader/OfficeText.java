package vn.hue.earchive.archive.text.reader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the words of a text document: WordprocessingML ({@code .docx}) and OpenDocument. */
final class OfficeText {

    /** Where the words stand, which element holds them, and which elements end a line. */
    private record Kind(String part, Set<String> words, Set<String> lines) {}

    private static final Kind DOCX =
            new Kind("word/document.xml", Set.of("t"), Set.of("p", "br", "tab", "tc"));
    private static final Kind ODT =
            new Kind(
                    "content.xml",
                    Set.of("p", "h"),
                    Set.of("p", "h", "line-break", "tab", "s", "table-cell"));

    private OfficeText() {}

    /** At most so many characters from the beginning. */
    static OpenFile read(File file, TextFormat format, int maxCharacters) throws IOException {
        Kind kind = format == TextFormat.DOCX ? DOCX : ODT;
        try (ZipFile zip = new ZipFile(file)) {
            ZipEntry part = zip.getEntry(kind.part());
            if (part == null) {
                throw new IOException("no " + kind.part());
            }
            try (InputStream in = zip.getInputStream(part)) {
                return new WholeText(words(in, kind, maxCharacters));
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String words(InputStream in, Kind kind, int maxCharacters)
            throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder text = new StringBuilder();
        int within = 0;
        while (xml.hasNext() && text.length() < maxCharacters) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS && within > 0) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                within += kind.words().contains(xml.getLocalName()) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within -= kind.words().contains(xml.getLocalName()) ? 1 : 0;
                if (kind.lines().contains(xml.getLocalName())) {
                    text.append(' ');
                }
            }
        }
        return text.toString();
    }
}
