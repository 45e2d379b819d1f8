package vn.hue.earchive.document.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.document.Digests;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.document.arrival.Doubt;
import vn.hue.earchive.document.text.LegacyText;

/** Reading of edXML: the sample, other dialects, and what must not be read. */
class EdxmlReaderTest {

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();

    private EdxmlHeader read(InputStream message) throws EdxmlRejected, IOException {
        return EdxmlReader.read(
                message,
                (name, type, bytes) -> {
                    names.add(name);
                    contents.add(bytes.readAllBytes());
                });
    }

    private EdxmlHeader read(String message) throws EdxmlRejected, IOException {
        return read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheSampleAndItsAttachment() throws Exception {
        EdxmlHeader header = read(new ByteArrayInputStream(Work.sample("incoming-document.edxml")));

        assertThat(header.organId()).isEqualTo("000.00.00.H57");
        assertThat(header.documentId()).isEqualTo("000.00.00.H57,2025/04/01,05/CT-UBND");
        assertThat(header.codeNumber()).isEqualTo("05");
        assertThat(header.codeNotation()).isEqualTo("CT-UBND");
        assertThat(header.promulgationDate()).isEqualTo("2025/04/01");
        assertThat(header.typeName()).isEqualTo("Chỉ thị");
        assertThat(header.priority()).isEqualTo("1");
        assertThat(header.businessType()).isEqualTo("0");
        assertThat(header.receivers()).containsExactly("000.00.21.H57");
        assertThat(names).containsExactly("05-CT-UBND.pdf");
        assertThat(Digests.sha256(contents.getFirst()))
                .isEqualTo(Digests.sha256(Work.sample("05-CT-UBND.pdf")));
    }

    @Test
    void readsByLocalNameWhateverTheNamespace() throws Exception {
        EdxmlHeader header =
                read(
                        """
                        <x:EdXMLEnvelope xmlns:x="http://www.go.vn/eDoc"><x:MessageHeader>
                        <x:From><x:OrganId>G09</x:OrganId></x:From>
                        <x:DocumentId>a</x:DocumentId>
                        <x:ResponseFor><x:OrganId>Z</x:OrganId><x:DocumentId>b</x:DocumentId>
                        </x:ResponseFor></x:MessageHeader></x:EdXMLEnvelope>
                        """);
        assertThat(header.organId()).isEqualTo("G09");
        assertThat(header.documentId()).isEqualTo("a");
    }

    /** Red when SUPPORT_DTD is left on: the entity would be expanded. */
    @Test
    void refusesDocumentTypesAndEntities() {
        assertThatThrownBy(() ->
                        read(
                                """
                                <!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                                <e><MessageHeader><Subject>&x;</Subject></MessageHeader></e>
                                """))
                .isInstanceOf(EdxmlRejected.class)
                .hasMessageContaining("FORBIDDEN_CONSTRUCT");
    }

    @Test
    void boundsDepthTextAndElements() {
        assertThatThrownBy(() -> read("<a>".repeat(40)))
                .hasMessageContaining(EdxmlRejected.Reason.TOO_LARGE.name());
        assertThatThrownBy(() -> read("<a>" + "x".repeat(30_000) + "</a>"))
                .hasMessageContaining(EdxmlRejected.Reason.TOO_LARGE.name());
        assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(30_000) + "</a>"))
                .hasMessageContaining(EdxmlRejected.Reason.TOO_LARGE.name());
    }

    @Test
    void readsTheSampleStatusMessage() throws Exception {
        EdxmlHeader header = read(new ByteArrayInputStream(Work.sample("status.edxml")));

        assertThat(header.isStatus()).isTrue();
        assertThat(header.statusCode()).isEqualTo("03");
        assertThat(header.statusDescription()).isEqualTo("Đã tiếp nhận");
        assertThat(header.timestamp()).isEqualTo("2025/07/02 09:02:11");
        assertThat(header.answer())
                .isEqualTo(
                        new EdxmlHeader.Answer(
                                "000.00.00.H57",
                                "05/CT-UBND",
                                "000.00.00.H57,2025/04/01,05/CT-UBND",
                                "2025/04/01"));
    }

    @Test
    void refusesOtherXml() {
        assertThatThrownBy(() -> read("<html/>")).hasMessageContaining("NOT_A_DOCUMENT");
    }

    /** The older dialect: another root and namespace, nested code, business spelt right, no id. */
    @ParameterizedTest
    @ValueSource(strings = {"http://www.e-doc.vn/Schema/", "http://www.go.vn/eDoc"})
    void readsOlderDialects(String namespace) throws Exception {
        EdxmlHeader header =
                read(
                        """
                        <e:EdXMLEnvelope xmlns:e="%s"><e:Header><e:MessageHeader>
                        <e:From><e:OrganizationId>000.00.00.G09</e:OrganizationId>
                        <e:OrganizationName>Bộ Nội vụ</e:OrganizationName></e:From>
                        <e:To><e:OrganId>H57</e:OrganId></e:To>
                        <e:To><e:OrganId>H57.21</e:OrganId></e:To>
                        <e:Code><e:CodeNumber>12</e:CodeNumber>
                        <e:CodeNotation>BNV-VP</e:CodeNotation></e:Code>
                        <e:PromulgationInfo><e:PromulgationDate>2025/03/01</e:PromulgationDate>
                        </e:PromulgationInfo>
                        <e:ResponseFor><e:OrganId>H57</e:OrganId><e:Code>
                        <e:CodeNumber>7</e:CodeNumber><e:CodeNotation>UBND-VX</e:CodeNotation>
                        </e:Code></e:ResponseFor></e:MessageHeader>
                        <e:TraceHeaderList><e:Business>
                        <e:BusinessDocType>2</e:BusinessDocType>
                        <e:BusinessDocReason>Sai phụ lục</e:BusinessDocReason></e:Business>
                        </e:TraceHeaderList></e:Header>
                        <e:Manifest><e:Reference><e:ContentId>cid:1</e:ContentId>
                        <e:AttachmentName>12.pdf</e:AttachmentName></e:Reference></e:Manifest>
                        <e:AttachmentEncoded><e:Attachment><e:ContentId>cid:1</e:ContentId>
                        <e:ContentTransferEncoded>QUJD</e:ContentTransferEncoded></e:Attachment>
                        </e:AttachmentEncoded></e:EdXMLEnvelope>
                        """
                                .formatted(namespace));

        assertThat(header.organId()).isEqualTo("000.00.00.G09");
        assertThat(header.organName()).isEqualTo("Bộ Nội vụ");
        assertThat(header.receivers()).containsExactly("H57", "H57.21");
        assertThat(header.codeNumber()).isEqualTo("12");
        assertThat(header.documentId()).isEqualTo("000.00.00.G09,2025/03/01,12/BNV-VP");
        assertThat(java.util.Objects.requireNonNull(header.answer()).code()).isEqualTo("7/UBND-VX");
        assertThat(header.businessType()).isEqualTo("2");
        assertThat(header.businessReason()).isEqualTo("Sai phụ lục");
        assertThat(names).containsExactly("12.pdf");
    }

    @Test
    void readsTextOfFormerEncodingsAndSaysSo() throws Exception {
        EdxmlHeader header =
                read(
                        "<e><MessageHeader><Subject>VÒ viÖc b¶o qu¶n hå s¬</Subject>"
                                + "</MessageHeader></e>");

        assertThat(header.subject()).isEqualTo("Về việc bảo quản hồ sơ");
        assertThat(header.doubts())
                .containsExactly(
                        new Doubt(
                                "MessageHeader/Subject",
                                LegacyText.Encoding.TCVN3,
                                "VÒ viÖc b¶o qu¶n hå s¬",
                                "Về việc bảo quản hồ sơ"));
    }

    @Test
    void boundsWhatRepeats() {
        assertThatThrownBy(() ->
                        read(
                                "<e><MessageHeader>"
                                        + "<To><OrganId>a</OrganId></To>".repeat(501)
                                        + "</MessageHeader></e>"))
                .hasMessageContaining("TOO_LARGE");
        assertThatThrownBy(() ->
                        read(
                                "<e><MessageHeader/>"
                                        + "<Attachment><ContentTransferEncoded>QQ==</ContentTransferEncoded></Attachment>"
                                                .repeat(51)
                                        + "</e>"))
                .hasMessageContaining("TOO_LARGE");
    }

    /** Red when an external subset or parameter entity is fetched: the port would be asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE e SYSTEM \"http://127.0.0.1:1/x.dtd\"><e><MessageHeader/></e>",
                "<!DOCTYPE e [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\">%p;]><e/>",
                "<!DOCTYPE e [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><e>&b;</e>",
                "<e><MessageHeader><Subject>&undefined;</Subject></MessageHeader></e>",
            })
    void fetchesNothingAndExpandsNothing(String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(EdxmlRejected.class);
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        assertThatThrownBy(() -> read("<a><b></a>")).hasMessageContaining("MALFORMED");
        assertThatThrownBy(() -> read(envelope("%%%not base64%%%")))
                .isInstanceOf(IOException.class);
    }

    /** Red when an attachment is collected before it is handed on. */
    @Test
    void handsAttachmentsOnWhileTheyAreDecoded() throws Exception {
        byte[] large = new byte[8 << 20];
        new java.util.Random(1).nextBytes(large);
        String base64 = Base64.getMimeEncoder().encodeToString(large);

        read(envelope(base64));

        assertThat(Digests.sha256(contents.getFirst())).isEqualTo(Digests.sha256(large));
    }

    private static String envelope(String base64) {
        return "<edXML><MessageHeader/><Attachment><AttachmentName>a.pdf</AttachmentName>"
                + "<ContentTransferEncoded>"
                + base64
                + "</ContentTransferEncoded></Attachment></edXML>";
    }
}
