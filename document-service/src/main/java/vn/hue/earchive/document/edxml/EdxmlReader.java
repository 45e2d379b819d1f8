package vn.hue.earchive.document.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlRejected.Reason;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * Reads one edXML message as a stream: elements by local name, because senders use three namespaces
 * (domain reference 6); attachments are handed on while they are decoded and never held whole.
 *
 * <p>Hardened: no document type, no entities, bounded depth, element count and text length. The
 * size of the message itself is bounded by whoever supplies the stream.
 */
final class EdxmlReader {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_TEXT = 20_000;
    private static final int MAX_ATTACHMENTS = 50;

    /** Takes the decoded bytes of one attachment; need not read them to the end. */
    interface AttachmentSink {
        void take(String name, @Nullable String contentType, InputStream bytes)
                throws IOException, EdxmlRejected;
    }

    private final XMLStreamReader xml;
    private final AttachmentSink sink;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> leaves = new HashMap<>();
    private final List<String> receivers = new ArrayList<>();
    private int elements;
    private int attachments;
    private boolean header;

    private EdxmlReader(XMLStreamReader xml, AttachmentSink sink) {
        this.xml = xml;
        this.sink = sink;
    }

    /**
     * @throws EdxmlRejected when the message cannot be taken in
     * @throws IOException when the stream fails or the sink refuses an attachment
     */
    static EdxmlHeader read(InputStream message, AttachmentSink sink)
            throws EdxmlRejected, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver(
                (publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(message);
            try {
                return new EdxmlReader(xml, sink).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (causeOf(e) instanceof IOException broken) {
                throw broken;
            }
            throw new EdxmlRejected(Reason.MALFORMED, "line " + e.getLocation().getLineNumber());
        }
    }

    private static @Nullable Throwable causeOf(XMLStreamException e) {
        return e.getNestedException() != null ? e.getNestedException() : e.getCause();
    }

    private EdxmlHeader read() throws XMLStreamException, EdxmlRejected, IOException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter(xml.getLocalName());
                    text.setLength(0);
                    if (at("Attachment/ContentTransferEncoded")) {
                        attachment();
                        path.pop();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() + xml.getTextLength() > MAX_TEXT) {
                        throw new EdxmlRejected(Reason.TOO_LARGE, String.valueOf(path.peek()));
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    leave(text.toString());
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new EdxmlRejected(
                                Reason.FORBIDDEN_CONSTRUCT,
                                "line " + xml.getLocation().getLineNumber());
                default -> {
                    // Comments and processing instructions say nothing to us.
                }
            }
        }
        if (!header || leaves.containsKey("MessageHeader/StatusCode")) {
            throw new EdxmlRejected(Reason.NOT_A_DOCUMENT, "MessageHeader");
        }
        return header();
    }

    private void enter(String name) throws EdxmlRejected {
        path.push(name);
        if (path.size() > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw new EdxmlRejected(Reason.TOO_LARGE, name);
        }
        if (name.equals("MessageHeader")) {
            header = true;
        }
        if (name.equals("Attachment")) {
            leaves.remove("Attachment/AttachmentName");
            leaves.remove("Attachment/ContentType");
        }
    }

    private void leave(String text) {
        String name = path.pop();
        String value = VietnameseText.clean(text);
        if (value == null || path.isEmpty()) {
            return;
        }
        if (name.equals("OrganId") && "To".equals(path.peek())) {
            receivers.add(value);
            return;
        }
        // An answer repeats the code of the document that it answers: only the message's own
        // counts.
        if (path.stream().noneMatch(p -> p.startsWith("ResponseFor"))) {
            leaves.putIfAbsent(path.peek() + "/" + name, value);
        }
    }

    private boolean at(String twoLevels) {
        Iterator<String> up = path.iterator();
        String name = up.next();
        return up.hasNext() && twoLevels.equals(up.next() + "/" + name);
    }

    private void attachment() throws EdxmlRejected, IOException, XMLStreamException {
        attachments++;
        if (attachments > MAX_ATTACHMENTS) {
            throw new EdxmlRejected(Reason.TOO_LARGE, "Attachment");
        }
        String name = leaves.getOrDefault("Attachment/AttachmentName", "attachment-" + attachments);
        Base64Text bytes = new Base64Text(xml);
        sink.take(name, leaves.get("Attachment/ContentType"), bytes.decoded());
        bytes.skipToEnd();
    }

    private EdxmlHeader header() {
        return new EdxmlHeader(
                leaves.get("From/OrganId"),
                leaves.get("From/OrganName"),
                leaves.get("MessageHeader/DocumentId"),
                leaves.get("Code/CodeNumber"),
                leaves.get("Code/CodeNotation"),
                leaves.get("PromulgationInfo/PromulgationDate"),
                leaves.get("DocumentType/TypeName"),
                leaves.get("MessageHeader/Subject"),
                leaves.get("SignerInfo/Position"),
                leaves.get("SignerInfo/FullName"),
                leaves.get("MessageHeader/DueDate"),
                leaves.get("OtherInfo/Priority"),
                leaves.get("OtherInfo/PageAmount"),
                leaves.getOrDefault("Bussiness/BussinessDocType", "0"),
                List.copyOf(receivers));
    }
}
