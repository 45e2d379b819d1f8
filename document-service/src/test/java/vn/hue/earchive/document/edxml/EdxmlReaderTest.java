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
import vn.hue.earchive.document.Digests;
import vn.hue.earchive.document.Work;

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
    void refusesStatusMessagesAndOtherXml() {
        assertThatThrownBy(() -> read(new ByteArrayInputStream(Work.sample("status.edxml"))))
                .hasMessageContaining("NOT_A_DOCUMENT");
        assertThatThrownBy(() -> read("<html/>")).hasMessageContaining("NOT_A_DOCUMENT");
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
