package vn.hue.earchive.document.edxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Writes edXML of QCVN 102:2016 in its element order (domain reference 6); empty elements are left
 * out. The same input gives the same bytes. Attachments are plain Base64, opened one after the
 * other while the message is read, so that none is held.
 */
public final class EdxmlWriter {

    private static final String NS = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String ENVELOPE =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><edXML xmlns=\""
                    + NS
                    + "\">"
                    + "<edXML:edXMLEnvelope xmlns:edXML=\""
                    + NS
                    + "\">";
    private static final String ENVELOPE_END = "</edXML:edXMLEnvelope>";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withZone(LegalDate.ZONE);

    /** A file of the message. */
    public interface Attachment {
        String name();

        String mediaType();

        /** In bytes. */
        long size();

        /** The bytes from their start; called each time the message is read. */
        InputStream open() throws IOException;
    }

    /**
     * A message that can be read any number of times.
     *
     * @param length in bytes
     */
    public record Message(long length, List<Part> parts) {

        /** The bytes; the caller closes them. */
        @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else.
        public InputStream open() {
            Iterator<Part> all = parts.iterator();
            return new SequenceInputStream(
                    new Enumeration<>() {
                        @Override
                        public boolean hasMoreElements() {
                            return all.hasNext();
                        }

                        @Override
                        public InputStream nextElement() {
                            try {
                                return all.next().source().open();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    });
        }
    }

    record Part(long length, Source source) {}

    interface Source {
        InputStream open() throws IOException;
    }

    private EdxmlWriter() {}

    /** The message of a document. */
    public static Message write(OutgoingEdxml message, List<? extends Attachment> attachments) {
        XmlText head = new XmlText().raw(ENVELOPE);
        head.within(
                "edXML:edXMLHeader",
                () -> {
                    head.within("edXML:MessageHeader", () -> header(head, message));
                    trace(head, message);
                });
        if (!attachments.isEmpty()) {
            body(head, attachments);
        }
        head.raw(ENVELOPE_END);
        List<Part> parts = new ArrayList<>();
        if (attachments.isEmpty()) {
            parts.add(text(head.raw("</edXML>")));
            return message(parts);
        }
        parts.add(text(head.raw("<AttachmentEncoded>")));
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            parts.add(
                    text(
                            new XmlText()
                                    .raw("<Attachment>")
                                    .leaf("ContentId", contentId(i))
                                    .leaf("AttachmentName", attachment.name())
                                    .leaf("Description", attachment.name())
                                    .leaf("ContentType", attachment.mediaType())
                                    .raw("<edXML:ContentTransferEncoded xmlns:edXML=\"" + NS)
                                    .raw("\">")));
            parts.add(
                    new Part(
                            (attachment.size() + 2) / 3 * 4,
                            () -> new Base64Encoded(attachment.open())));
            parts.add(text(new XmlText().raw("</edXML:ContentTransferEncoded></Attachment>")));
        }
        parts.add(text(new XmlText().raw("</AttachmentEncoded></edXML>")));
        return message(parts);
    }

    /** A status message: header only. */
    public static Message write(StatusEdxml status) {
        XmlText xml = new XmlText().raw(ENVELOPE);
        xml.within(
                "edXML:edXMLHeader",
                () ->
                        xml.within(
                                "edXML:MessageHeader",
                                () -> {
                                    organ(xml, "edXML:From", status.from());
                                    answered(xml, status.responseFor());
                                    staff(xml, status.staff());
                                    xml.leaf("edXML:StatusCode", status.status().code());
                                    xml.leaf("edXML:Description", status.description());
                                    xml.leaf("edXML:Timestamp", TIME.format(status.timestamp()));
                                }));
        return message(List.of(text(xml.raw(ENVELOPE_END + "</edXML>"))));
    }

    private static void header(XmlText xml, OutgoingEdxml m) {
        organ(xml, "edXML:From", m.from());
        m.to().forEach(to -> organ(xml, "edXML:To", to));
        xml.leaf("edXML:DocumentId", m.documentId());
        xml.within(
                "edXML:Code",
                () ->
                        xml.leaf("edXML:CodeNumber", m.number())
                                .leaf("edXML:CodeNotation", m.notation()));
        xml.within(
                "edXML:PromulgationInfo",
                () ->
                        xml.leaf("edXML:Place", m.place())
                                .leaf("edXML:PromulgationDate", date(m.promulgated())));
        // Type numbers are unverified (domain reference 13.5): those of the sample.
        xml.within(
                "edXML:DocumentType",
                () ->
                        xml.leaf("edXML:Type", 1)
                                .leaf("edXML:TypeDetail", 0)
                                .leaf("edXML:TypeName", m.typeName()));
        xml.leaf("edXML:Subject", m.subject());
        xml.within(
                "edXML:SignerInfo",
                () ->
                        xml.leaf("edXML:Position", m.signerPosition())
                                .leaf("edXML:FullName", m.signerName()));
        xml.leaf("edXML:DueDate", date(m.dueDate()));
        xml.within(
                "edXML:OtherInfo",
                () ->
                        xml.leaf("edXML:Priority", m.urgency())
                                .leaf("edXML:PromulgationAmount", m.copies())
                                .leaf("edXML:PageAmount", m.pages()));
        list(m.responseFor()).forEach(answered -> answered(xml, answered));
        xml.leaf("edXML:SteeringType", m.steeringType());
        xml.within(
                "edXML:ToPlaces",
                () -> list(m.toPlaces()).forEach(place -> xml.leaf("edXML:Place", place)));
    }

    private static void trace(XmlText xml, OutgoingEdxml m) {
        OutgoingEdxml.Business business = m.business();
        xml.within(
                "edXML:TraceHeaderList",
                () -> {
                    xml.within(
                            "edXML:Bussiness",
                            () -> {
                                xml.leaf("edXML:BussinessDocType", business.type());
                                xml.leaf("edXML:BussinessDocReason", business.reason());
                                xml.leaf("edXML:DocumentId", business.documentId());
                                staff(xml, business.staff());
                                xml.leaf("edXML:Paper", 0);
                                replacements(xml, business, m.to());
                            });
                    xml.within(
                            "edXML:TraceHeader",
                            () ->
                                    xml.leaf("edXML:OrganId", m.from().organId())
                                            .leaf("edXML:Timestamp", TIME.format(m.sentAt())));
                });
    }

    private static void replacements(
            XmlText xml, OutgoingEdxml.Business business, List<OutgoingEdxml.Organ> to) {
        xml.within(
                "edXML:ReplacementInfoList",
                () ->
                        list(business.replaced())
                                .forEach(replaced ->
                                        xml.within(
                                                "edXML:ReplacementInfo",
                                                () -> {
                                                    xml.leaf("edXML:DocumentId", replaced);
                                                    xml.within(
                                                            "edXML:OrganIdList",
                                                            () ->
                                                                    to.forEach(o ->
                                                                            xml.leaf(
                                                                                    "edXML:OrganId",
                                                                                    o.organId())));
                                                })));
    }

    private static void body(XmlText xml, List<? extends Attachment> attachments) {
        xml.raw("<edXML:edXMLBody><edXML:edXMLManifest version=\"1.0\">");
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            String id = contentId(i);
            xml.within(
                    "edXML:Reference",
                    () ->
                            xml.leaf("edXML:ContentId", id)
                                    .leaf("edXML:ContentType", attachment.mediaType())
                                    .leaf("edXML:Description", attachment.name())
                                    .leaf("edXML:AttachmentName", attachment.name()));
        }
        xml.raw("</edXML:edXMLManifest></edXML:edXMLBody>");
    }

    private static void organ(XmlText xml, String element, OutgoingEdxml.Organ organ) {
        xml.within(
                element,
                () ->
                        xml.leaf("edXML:OrganId", organ.organId())
                                .leaf("edXML:OrganName", organ.name()));
    }

    private static void answered(XmlText xml, OutgoingEdxml.Answered answered) {
        xml.within(
                "edXML:ResponseFor",
                () ->
                        xml.leaf("edXML:OrganId", answered.organId())
                                .leaf("edXML:Code", answered.code())
                                .leaf("edXML:DocumentId", answered.documentId())
                                .leaf("edXML:PromulgationDate", date(answered.promulgated())));
    }

    private static void staff(XmlText xml, OutgoingEdxml.@Nullable Staff staff) {
        if (staff != null) {
            xml.within(
                    "edXML:StaffInfo",
                    () ->
                            xml.leaf("edXML:Department", staff.department())
                                    .leaf("edXML:Staff", staff.name()));
        }
    }

    private static String contentId(int index) {
        return "cid:cid-" + (index + 1);
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, Collections.emptyList());
    }

    /** {@code OrganId,yyyy/MM/dd,number/notation}, the practised form of a DocumentId. */
    public static String documentId(
            String organId, LocalDate promulgated, String number, String notation) {
        return organId + "," + DATE.format(promulgated) + "," + number + "/" + notation;
    }

    private static Part text(XmlText xml) {
        byte[] bytes = xml.bytes();
        return new Part(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Message message(List<Part> parts) {
        return new Message(parts.stream().mapToLong(Part::length).sum(), List.copyOf(parts));
    }
}
