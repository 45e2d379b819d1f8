package vn.hue.earchive.archive.sip;

import static vn.hue.earchive.archive.sip.SipCode.*;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A metadata file as a small tree. Names of elements and attributes are local and in lower case, so
 * that prefixes, namespaces and spelling do not matter. No document type, no entity, no depth or
 * number without bound; nothing is ever fetched.
 */
final class XmlTree {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ELEMENTS = 200_000;
    private static final XMLInputFactory FACTORY = factory();

    final String name;
    final Map<String, String> attributes = new HashMap<>();
    final List<XmlTree> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlTree(String name) {
        this.name = name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /**
     * @param path for the message
     * @throws SipRefused XML_DTD_REFUSED, XML_MALFORMED, XML_TOO_LARGE
     */
    static XmlTree parse(byte[] xml, String path) throws SipRefused {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return parse(reader, path);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw SipRefused.at(XML_MALFORMED, path);
        }
    }

    private static XmlTree parse(XMLStreamReader reader, String path)
            throws XMLStreamException, SipRefused {
        XmlTree root = new XmlTree("");
        Deque<XmlTree> open = new ArrayDeque<>(List.of(root));
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
                        throw SipRefused.at(XML_TOO_LARGE, path);
                    }
                    XmlTree element = new XmlTree(lower(reader.getLocalName()));
                    for (int at = 0; at < reader.getAttributeCount(); at++) {
                        element.attributes.put(
                                lower(reader.getAttributeLocalName(at)),
                                reader.getAttributeValue(at));
                    }
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.element().text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw SipRefused.at(XML_DTD_REFUSED, path);
                default -> {
                    // Comments and processing instructions say nothing here.
                }
            }
        }
        return root.children.getFirst();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Value of an attribute; null when it is absent or blank. */
    @Nullable String attribute(String wanted) {
        String value = attributes.get(wanted);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Text of this element alone; null when there is none. */
    @Nullable String text() {
        return text.toString().isBlank() ? null : text.toString().strip();
    }

    /** This element and all below it, in document order. */
    Stream<XmlTree> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlTree::all));
    }

    Stream<XmlTree> all(String wanted) {
        return all().filter(element -> element.name.equals(wanted));
    }
}
