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
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Doubt;
import vn.hue.earchive.document.edxml.EdxmlRejected.Reason;
import vn.hue.earchive.document.text.LegacyText;
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
    private static final int MAX_REPEATED = 500;
    private static final int MAX_DOUBTS = 30;

    /** What other dialects and careless senders call an element. */
    private static final Map<String, String> SYNONYMS =
            Map.of(
                    "Business", "Bussiness",
                    "BusinessDocType", "BussinessDocType",
                    "BusinessDocReason", "BussinessDocReason",
                    "OrganizationId", "OrganId",
                    "OrganizationName", "OrganName",
                    "TimeStamp", "Timestamp",
                    "FileName", "AttachmentName",
                    "ContentTransfer", "ContentTransferEncoded");

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
    private final List<String> replaced = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<String, String> manifest = new HashMap<>();
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
                    enter(SYNONYMS.getOrDefault(xml.getLocalName(), xml.getLocalName()));
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
        if (!header) {
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
            leaves.remove("Attachment/ContentId");
        }
    }

    private void leave(String text) throws EdxmlRejected {
        String name = path.pop();
        if (name.equals("Reference")) {
            noteReference();
        }
        String parent = path.peek();
        if (parent == null || text.isBlank()) {
            return;
        }
        String value = read(parent + "/" + name, text);
        if (value == null) {
            return;
        }
        if (name.equals("OrganId") && parent.equals("To")) {
            repeat(receivers, value);
        } else if (name.equals("DocumentId") && parent.equals("ReplacementInfo")) {
            repeat(replaced, value);
        } else if (path.stream().anyMatch(p -> p.startsWith("ResponseFor"))) {
            // An answer repeats the identifiers of the document that it answers: the message's own
            // stay apart from them. Older dialects nest the code.
            leaves.putIfAbsent("ResponseFor/" + name, value);
        } else {
            leaves.putIfAbsent(parent + "/" + name, value);
        }
    }

    private static void repeat(List<String> values, String value) throws EdxmlRejected {
        if (values.size() == MAX_REPEATED) {
            throw new EdxmlRejected(Reason.TOO_LARGE, "To");
        }
        values.add(value);
    }

    /** In NFC; a text in an encoding of former days is read, and that is noted. */
    private @Nullable String read(String field, String text) {
        String value = VietnameseText.clean(text);
        Optional<LegacyText.Finding> found = LegacyText.recognise(text.strip());
        if (found.isEmpty() || value == null) {
            return value;
        }
        String read = found.get().read().strip();
        if (doubts.size() < MAX_DOUBTS) {
            doubts.add(new Doubt(field, found.get().encoding(), text.strip(), read));
        }
        return read;
    }

    private void noteReference() {
        String id = leaves.remove("Reference/ContentId");
        String name = leaves.remove("Reference/AttachmentName");
        if (id != null && name != null && manifest.size() < MAX_ATTACHMENTS) {
            manifest.put(id, name);
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
        String inManifest =
                manifest.getOrDefault(
                        leaves.getOrDefault("Attachment/ContentId", ""),
                        "attachment-" + attachments);
        String name = leaves.getOrDefault("Attachment/AttachmentName", inManifest);
        Base64Text bytes = new Base64Text(xml);
        sink.take(name, leaves.get("Attachment/ContentType"), bytes.decoded());
        bytes.skipToEnd();
    }

    private EdxmlHeader header() {
        return new EdxmlHeader(
                leaves.get("From/OrganId"),
                leaves.get("From/OrganName"),
                documentId(),
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
                leaves.get("Bussiness/BussinessDocReason"),
                leaves.get("Bussiness/DocumentId"),
                List.copyOf(replaced),
                List.copyOf(receivers),
                answer(),
                leaves.get("MessageHeader/StatusCode"),
                leaves.get("MessageHeader/Description"),
                leaves.get("MessageHeader/Timestamp"),
                List.copyOf(doubts));
    }

    private EdxmlHeader.@Nullable Answer answer() {
        String organ = leaves.get("ResponseFor/OrganId");
        String document = leaves.get("ResponseFor/DocumentId");
        if (organ == null && document == null) {
            return null;
        }
        String number = leaves.get("ResponseFor/CodeNumber");
        String notation = leaves.get("ResponseFor/CodeNotation");
        String nested = number == null || notation == null ? null : number + "/" + notation;
        String code = leaves.get("ResponseFor/Code");
        return new EdxmlHeader.Answer(
                organ,
                code != null ? code : nested,
                document,
                leaves.get("ResponseFor/PromulgationDate"));
    }

    /**
     * Some systems of the older dialects leave DocumentId out: its practised form {@code
     * OrganId,yyyy/MM/dd,number/notation} is made of what they say.
     */
    private @Nullable String documentId() {
        String given = leaves.get("MessageHeader/DocumentId");
        String organ = leaves.get("From/OrganId");
        String number = leaves.get("Code/CodeNumber");
        String notation = leaves.get("Code/CodeNotation");
        String date = leaves.get("PromulgationInfo/PromulgationDate");
        boolean known = organ != null && number != null && notation != null && date != null;
        return given != null || !known ? given : organ + "," + date + "," + number + "/" + notation;
    }
}
