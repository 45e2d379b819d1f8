package vn.hue.earchive.document.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hue.earchive.document.Digests;

/** What we write: the standard's order, readable by our own reader, and in bounded memory. */
class EdxmlWriterTest {

    private static final Instant SENT = Instant.parse("2025-07-02T01:15:00Z");
    private static final OutgoingEdxml.Organ CITY =
            new OutgoingEdxml.Organ("H57", "Ủy ban nhân dân thành phố Huế");
    private static final OutgoingEdxml.Organ WARD =
            new OutgoingEdxml.Organ("H57.21", "UBND phường Thuận Hóa");

    @SuppressWarnings("ArrayRecordComponent")
    private record Bytes(String name, String mediaType, byte[] content)
            implements EdxmlWriter.Attachment {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    private static OutgoingEdxml message(OutgoingEdxml.Business business, String subject) {
        return new OutgoingEdxml(
                CITY,
                List.of(WARD),
                "H57,2025/04/01,05/CT-UBND",
                "05",
                "CT-UBND",
                "Huế",
                LocalDate.of(2025, 4, 1),
                "Chỉ thị",
                subject,
                "Chủ tịch",
                "Nguyễn Văn A",
                LocalDate.of(2025, 7, 31),
                "1",
                3,
                2,
                List.of(
                        new OutgoingEdxml.Answered(
                                "H57.30",
                                "9/BC-UBND",
                                "H57.30,2025/03/01,9/BC-UBND",
                                LocalDate.of(2025, 3, 1))),
                1,
                List.of("Như trên", "Lưu: VT"),
                business,
                SENT);
    }

    private static OutgoingEdxml.Business fresh() {
        return new OutgoingEdxml.Business(0, "Văn bản mới", null, null, null);
    }

    private static List<String> elements(EdxmlWriter.Message message) throws Exception {
        List<String> names = new ArrayList<>();
        XMLStreamReader xml =
                XMLInputFactory.newDefaultFactory().createXMLStreamReader(message.open());
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                assertThat(xml.getNamespaceURI())
                        .isEqualTo("http://www.mic.gov.vn/TBT/QCVN_102_2016");
                names.add(xml.getLocalName());
            }
        }
        return names;
    }

    /** Red when two elements change places: receivers validate the sequence. */
    @Test
    void writesTheElementsInTheOrderOfTheStandard() throws Exception {
        EdxmlWriter.Message written =
                EdxmlWriter.write(
                        message(
                                new OutgoingEdxml.Business(
                                        3,
                                        "Thay thế",
                                        "H57,2025/04/01,05/CT-UBND",
                                        new OutgoingEdxml.Staff("Văn phòng", "Văn thư"),
                                        List.of("H57,2025/03/01,04/CT-UBND")),
                                "Về việc A"),
                        List.of(new Bytes("05.pdf", "application/pdf", new byte[] {1, 2, 3, 4})));

        assertThat(String.join(" ", elements(written)))
                .isEqualTo(
                        "edXML edXMLEnvelope edXMLHeader MessageHeader From OrganId OrganName To"
                                + " OrganId OrganName DocumentId Code CodeNumber CodeNotation"
                                + " PromulgationInfo Place PromulgationDate DocumentType Type"
                                + " TypeDetail TypeName Subject SignerInfo Position FullName"
                                + " DueDate OtherInfo Priority PromulgationAmount PageAmount"
                                + " ResponseFor OrganId Code DocumentId PromulgationDate"
                                + " SteeringType ToPlaces Place Place TraceHeaderList Bussiness"
                                + " BussinessDocType BussinessDocReason DocumentId StaffInfo"
                                + " Department Staff Paper ReplacementInfoList ReplacementInfo"
                                + " DocumentId OrganIdList OrganId TraceHeader OrganId Timestamp"
                                + " edXMLBody edXMLManifest Reference ContentId ContentType"
                                + " Description AttachmentName AttachmentEncoded Attachment"
                                + " ContentId AttachmentName Description ContentType"
                                + " ContentTransferEncoded");
    }

    @Test
    void whatItWritesOurReaderReads() throws Exception {
        byte[] pdf = new byte[100_001];
        new java.util.Random(1).nextBytes(pdf);
        EdxmlWriter.Message written =
                EdxmlWriter.write(
                        message(fresh(), "Về <A> & \"B\" \u0001 của Huế"),
                        List.of(
                                new Bytes("05 – chỉ thị.pdf", "application/pdf", pdf),
                                new Bytes("phụ lục.docx", "application/x", new byte[] {7})));

        List<String> digests = new ArrayList<>();
        EdxmlHeader read =
                EdxmlReader.read(
                        written.open(),
                        (name, type, bytes) ->
                                digests.add(name + " " + Digests.sha256(bytes.readAllBytes())));

        assertThat(read.organId()).isEqualTo("H57");
        assertThat(read.receivers()).containsExactly("H57.21");
        assertThat(read.documentId()).isEqualTo("H57,2025/04/01,05/CT-UBND");
        assertThat(read.subject()).isEqualTo("Về <A> & \"B\"  của Huế");
        assertThat(read.dueDate()).isEqualTo("2025/07/31");
        assertThat(read.answer())
                .isEqualTo(
                        new EdxmlHeader.Answer(
                                "H57.30",
                                "9/BC-UBND",
                                "H57.30,2025/03/01,9/BC-UBND",
                                "2025/03/01"));
        assertThat(read.businessType()).isEqualTo("0");
        assertThat(digests)
                .containsExactly(
                        "05 – chỉ thị.pdf " + Digests.sha256(pdf),
                        "phụ lục.docx " + Digests.sha256(new byte[] {7}));
    }

    @Test
    void theLengthIsTheNumberOfBytesAndEveryReadingTheSame() throws Exception {
        for (int size : new int[] {1, 2, 3, 12_287, 12_288, 12_289}) {
            EdxmlWriter.Message written =
                    EdxmlWriter.write(
                            message(fresh(), "A"),
                            List.of(new Bytes("a.pdf", "application/pdf", new byte[size])));
            byte[] once = written.open().readAllBytes();
            assertThat(once).hasSize((int) written.length());
            assertThat(written.open().readAllBytes()).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void writesEveryStatus(StatusCode status) throws Exception {
        EdxmlWriter.Message written =
                EdxmlWriter.write(
                        new StatusEdxml(
                                WARD,
                                new OutgoingEdxml.Answered(
                                        "000.00.00.H57",
                                        "05/CT-UBND",
                                        "000.00.00.H57,2025/04/01,05/CT-UBND",
                                        LocalDate.of(2025, 4, 1)),
                                null,
                                status,
                                status.meaning(),
                                SENT));

        assertThat(String.join(" ", elements(written)))
                .isEqualTo(
                        "edXML edXMLEnvelope edXMLHeader MessageHeader From OrganId OrganName"
                                + " ResponseFor OrganId Code DocumentId PromulgationDate StatusCode"
                                + " Description Timestamp");
        EdxmlHeader read = EdxmlReader.read(written.open(), (n, t, b) -> {});
        assertThat(read.statusCode()).isEqualTo(status.code());
        assertThat(read.timestamp()).isEqualTo("2025/07/02 08:15:00");
    }

    /** Red when a message is put together in memory: 3 GB would not fit. */
    @Test
    void aMessageIsNeverHeld() throws Exception {
        long size = 3L << 30;
        EdxmlWriter.Message written =
                EdxmlWriter.write(message(fresh(), "A"), List.of(new Zeros(size)));

        long read = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = written.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
            }
        }
        assertThat(read).isEqualTo(written.length()).isGreaterThan(size);
    }

    private record Zeros(long size) implements EdxmlWriter.Attachment {
        @Override
        public String name() {
            return "zeros.pdf";
        }

        @Override
        public String mediaType() {
            return "application/pdf";
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long left = size;

                @Override
                public int read() {
                    return left-- > 0 ? 0 : -1;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    if (left <= 0) {
                        return -1;
                    }
                    int n = (int) Math.min(left, length);
                    left -= n;
                    return n;
                }
            };
        }
    }

    @Test
    void makesTheDocumentIdAsItIsPractised() {
        assertThat(EdxmlWriter.documentId("H57", LocalDate.of(2025, 4, 1), "05", "CT-UBND"))
                .isEqualTo("H57,2025/04/01,05/CT-UBND");
    }
}
