package vn.hue.earchive.document.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.signature.CheckReply;
import vn.hue.earchive.signature.CheckedSignature;
import vn.hue.earchive.signature.Checker;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;
import vn.hue.earchive.signature.TestPki;
import vn.hue.earchive.signature.Traces;

/** The checking process as the service runs it, on files signed by an authority of the tests. */
class CheckerTest {

    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant NOW = Instant.now();

    private static final byte[] PDF = Work.sample("05-CT-UBND.pdf");

    private static Path folder;
    private static TestPki city;
    private static TestPki stranger;
    private static TestPki.Entity chairman;
    private static Path trust;
    private static Path crls;
    private static Checker checker;

    @BeforeAll
    static void makeAuthorities(@TempDir Path temporary) throws IOException {
        folder = temporary;
        trust = Files.createDirectory(folder.resolve("trust"));
        crls = Files.createDirectory(folder.resolve("crls"));
        city = new TestPki("Root of the tests");
        stranger = new TestPki("Root of a stranger");
        chairman = city.person("Chairman", 30);
        checker =
                new Checker(
                        new Checker.Settings(
                                Files.createDirectory(folder.resolve("spool")),
                                trust,
                                crls,
                                256,
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(2)));
    }

    @AfterAll
    static void end() {
        checker.close();
    }

    @BeforeEach
    void trustTheCity() throws IOException {
        empty(trust);
        empty(crls);
        city.trustIn(trust);
        city.revocationListIn(crls, NOW.minus(Duration.ofHours(1)));
    }

    private static void empty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static CheckReply check(byte[] bytes, String name, Instant at) {
        try {
            Path file = Files.write(folder.resolve("file.bin"), bytes);
            CheckReply reply = checker.check(file, name, at);
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
            return reply;
        } catch (IOException | ApartBroken e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckReply check(byte[] bytes) {
        return check(bytes, "a.pdf", NOW);
    }

    private static void expect(CheckReply reply, SignatureCause... causes) {
        assertThat(reply.causes()).as(reply.signatures().toString()).containsExactly(causes);
    }

    @Test
    void aSignatureOfATrustedSignerIsGoodAndToldInFull() {
        CheckReply reply = check(city.signPdf(PDF, chairman, false));

        expect(reply, SignatureCause.SIGNATURE_GOOD);
        CheckedSignature signature = reply.signatures().getFirst();
        assertThat(signature.format()).isEqualTo("PAdES-BASELINE-B");
        assertThat(signature.coverage()).isEqualTo("WHOLE_FILE");
        assertThat(signature.signer()).isEqualTo("CN=Chairman");
        assertThat(signature.issuer()).isEqualTo("CN=Root of the tests");
        assertThat(signature.chain()).hasSize(2);
        assertThat(signature.chain().getLast().trustAnchor()).isTrue();
        assertThat(signature.revocation()).isNotNull();
        assertThat(reply.simpleXml()).isNotEmpty();
        assertThat(reply.detailedXml()).isNotEmpty();
    }

    @Test
    void withoutAnchorsNothingIsTrustedAndTheReasonSaysSo() throws IOException {
        empty(trust);
        expect(check(city.signPdf(PDF, chairman, false)), SignatureCause.NO_TRUST_ANCHORS);
    }

    @Test
    void anIssuerThatNobodyTrustsLeavesItOpen() {
        byte[] signed = stranger.signPdf(PDF, stranger.person("Somebody", 30), false);
        expect(check(signed), SignatureCause.ISSUER_UNKNOWN);
    }

    @Test
    void anAnchorVouchesOnlyWithinItsDays() throws IOException {
        empty(trust);
        Path pem = city.trustIn(trust);
        String name = pem.getFileName().toString().replace(".pem", ".properties");
        Files.writeString(trust.resolve(name), "name=Old root\nvalidUntil=2020-12-31\n");
        assertThat(check(city.signPdf(PDF, chairman, false)).causes().getFirst().result())
                .isEqualTo(SignatureResult.INDETERMINATE);
    }

    @Test
    void aTimestampProvesThatItWasGoodWhenTheCertificateHasExpiredSince() throws IOException {
        byte[] signed = city.signPdf(PDF, chairman, true);
        expect(check(signed), SignatureCause.SIGNATURE_GOOD);
        empty(crls);
        city.revocationListIn(crls, NOW.plus(Duration.ofDays(20)));

        CheckReply later = check(signed, "a.pdf", NOW.plus(Duration.ofDays(60)));

        expect(later, SignatureCause.EXPIRED_SINCE);
        assertThat(later.causes().getFirst().result()).isEqualTo(SignatureResult.VALID_AT_TIME);
        assertThat(later.signatures().getFirst().timestamps().getFirst().valid()).isTrue();
    }

    @Test
    void withoutATimestampAnExpiredCertificateLeavesItOpen() {
        byte[] signed = city.signPdf(PDF, chairman, false);
        expect(
                check(signed, "a.pdf", NOW.plus(Duration.ofDays(60))),
                SignatureCause.CERTIFICATE_EXPIRED);
    }

    @Test
    void aRevokedCertificateIsToldFromTheListInItsFolder() throws IOException {
        TestPki.Entity gone = city.person("Gone", 30);
        byte[] signed = city.signPdf(PDF, gone, false);
        city.revoke(gone);
        empty(crls);
        city.revocationListIn(crls, NOW.minus(Duration.ofHours(1)));

        CheckReply reply = check(signed);

        expect(reply, SignatureCause.CERTIFICATE_REVOKED);
        assertThat(reply.signatures().getFirst().revocation())
                .isNotNull()
                .matches(CheckedSignature.Revocation::revoked);
    }

    @Test
    void withoutARevocationListItIsNotSaidThatTheCertificateIsGood() throws IOException {
        empty(crls);
        Files.writeString(crls.resolve("broken.crl"), "this is no list");
        expect(check(city.signPdf(PDF, chairman, false)), SignatureCause.REVOCATION_UNKNOWN);
    }

    /** Red when only the certificate is looked at. */
    @Test
    void oneChangedByteMakesItInvalid() {
        byte[] signed = city.signPdf(PDF, chairman, false);
        byte[] changed = signed.clone();
        int at = new String(signed, StandardCharsets.ISO_8859_1).indexOf("stream\n") + 20;
        changed[at] ^= 1;

        CheckReply reply = check(changed);

        expect(reply, SignatureCause.CONTENT_CHANGED);
        assertThat(reply.causes().getFirst().result()).isEqualTo(SignatureResult.INVALID);
    }

    @Test
    void twoSignaturesAreBothToldAndTheGravestCounts() {
        byte[] once = city.signPdf(PDF, chairman, false);
        byte[] good = city.signPdf(once, city.person("Agency", 30), false);
        byte[] mixed = stranger.signPdf(once, stranger.person("Somebody", 30), false);

        CheckReply both = check(good);
        expect(both, SignatureCause.SIGNATURE_GOOD);
        assertThat(both.signatures())
                .extracting(CheckedSignature::coverage)
                .containsExactly("EARLIER_REVISION", "WHOLE_FILE");
        expect(check(mixed), SignatureCause.ISSUER_UNKNOWN, SignatureCause.SIGNATURE_GOOD);
    }

    /** Red when what lies outside of the signed bytes is not compared with what lies in them. */
    @Test
    void whatIsAddedToASignedPdfMakesItInvalid() throws IOException {
        byte[] signed = city.signPdf(PDF, chairman, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream over =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                over.beginText();
                over.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 30);
                over.newLineAtOffset(50, 400);
                over.showText("Approved: 9 billion");
                over.endText();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        assertThat(Arrays.copyOf(out.toByteArray(), signed.length)).isEqualTo(signed);

        expect(check(out.toByteArray()), SignatureCause.CHANGED_AFTER_SIGNING);
    }

    @Test
    void xmlAndCmsAndContainersAreCheckedToo() {
        byte[] xml = "<van-ban><so>05</so></van-ban>".getBytes(StandardCharsets.UTF_8);
        byte[] signed = city.signXml(xml, chairman);
        expect(check(signed, "a.xml", NOW), SignatureCause.SIGNATURE_GOOD);
        byte[] changed =
                new String(signed, StandardCharsets.UTF_8)
                        .replace("<so>05</so>", "<so>06</so>")
                        .getBytes(StandardCharsets.UTF_8);
        expect(check(changed, "a.xml", NOW), SignatureCause.CONTENT_CHANGED);
        byte[] text = "Nội dung".getBytes(StandardCharsets.UTF_8);
        expect(
                check(city.signCms(text, chairman, SignaturePackaging.ENVELOPING), "a.p7m", NOW),
                SignatureCause.SIGNATURE_GOOD);
        expect(
                check(city.signCms(text, chairman, SignaturePackaging.DETACHED), "a.p7s", NOW),
                SignatureCause.SIGNED_CONTENT_MISSING);
        expect(
                check(city.signContainer(text, chairman), "a.asice", NOW),
                SignatureCause.SIGNATURE_GOOD);
    }

    @Test
    void brokenAndProtectedFilesAreToldAsWhatTheyAre() throws IOException {
        byte[] broken =
                "%PDF-1.7\n1 0 obj << /Type /Sig /ByteRange [0 1 2 3] >>\nxref\nnonsense"
                        .getBytes(StandardCharsets.ISO_8859_1);
        expect(check(broken), SignatureCause.FILE_UNREADABLE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PDF)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
        expect(check(out.toByteArray()), SignatureCause.FILE_ENCRYPTED);
        expect(
                check("<a><b></a>".getBytes(StandardCharsets.UTF_8), "a.xml", NOW),
                SignatureCause.FILE_UNREADABLE);
    }

    /** Red without the bounds of the container reader: 2 GB of zeros in a few MB. */
    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/signatures.xml"));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("bomb"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 2048; i++) {
                zip.write(zeros);
            }
        }
        expect(check(bytes.toByteArray(), "a.asice", NOW), SignatureCause.CONTAINER_UNSAFE);
    }

    /**
     * A stream of the cross references that unpacks to 3 GB. Red without a process of its own: the
     * heap of whoever reads it is full.
     */
    @Test
    void aPdfThatUnpacksWithoutEndTakesNobodyWithIt() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 3072; i++) {
                deflate.write(zeros);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.7\n%/ByteRange\n".getBytes(StandardCharsets.ISO_8859_1));
        int xref = pdf.size();
        pdf.write(
                ("1 0 obj\n<< /Type /XRef /Size 900000000 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode"
                                + " /Length "
                                + packed.size()
                                + " >>\nstream\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        pdf.write(packed.toByteArray());
        pdf.write(
                ("\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n")
                        .getBytes(StandardCharsets.ISO_8859_1));

        CheckReply reply = check(pdf.toByteArray());

        assertThat(reply.causes().getFirst())
                .isIn(
                        SignatureCause.CHECK_OUT_OF_MEMORY,
                        SignatureCause.CHECK_TIMED_OUT,
                        SignatureCause.FILE_UNREADABLE);
        expect(check(city.signPdf(PDF, chairman, false)), SignatureCause.SIGNATURE_GOOD);
    }

    @Test
    void aCheckThatTakesTooLongIsEndedAndTheNextOneRuns() throws Exception {
        Path place = Files.createDirectory(folder.resolve("hasty"));
        try (Checker hasty =
                new Checker(
                        new Checker.Settings(
                                place,
                                trust,
                                crls,
                                256,
                                Duration.ofMinutes(2),
                                Duration.ofMillis(1)))) {
            Path file = Files.write(folder.resolve("slow.bin"), city.signPdf(PDF, chairman, false));
            expect(hasty.check(file, "a.pdf", NOW), SignatureCause.CHECK_TIMED_OUT);
        }
        try (var left = Files.list(place)) {
            assertThat(left).isEmpty();
        }
        expect(check(city.signPdf(PDF, chairman, false)), SignatureCause.SIGNATURE_GOOD);
    }

    /** Red when an entity, a schema or a signed reference is fetched from where a file says. */
    @Test
    void nothingIsFetchedFromWhereAFileSays() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer outside =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        outside.start();
        try {
            String there = "http://127.0.0.1:" + outside.getAddress().getPort() + "/x";
            String signed =
                    new String(
                            city.signXml(
                                    "<a><b>1</b></a>".getBytes(StandardCharsets.UTF_8), chairman),
                            StandardCharsets.UTF_8);
            List.of(
                            signed.replaceFirst("<a>", "<!DOCTYPE a SYSTEM '" + there + "'><a>"),
                            signed.replaceFirst(
                                    "<a>",
                                    "<!DOCTYPE a [<!ENTITY e SYSTEM '" + there + "'>]><a>&e;"),
                            signed.replaceFirst("URI=\"\"", "URI=\"" + there + "\""))
                    .forEach(xml ->
                            assertThat(
                                            check(
                                                            xml.getBytes(StandardCharsets.UTF_8),
                                                            "a.xml",
                                                            NOW)
                                                    .causes())
                                    .doesNotContain(SignatureCause.SIGNATURE_GOOD));
        } finally {
            outside.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void mostFilesNeedNoLook() throws IOException {
        assertThat(traces(PDF)).isFalse();
        assertThat(traces(city.signPdf(PDF, chairman, false))).isTrue();
        assertThat(traces("Nội dung".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(traces(city.signXml("<a/>".getBytes(StandardCharsets.UTF_8), chairman)))
                .isTrue();
        assertThat(traces(city.signCms(PDF, chairman, SignaturePackaging.ENVELOPING))).isTrue();
        assertThat(traces(city.signContainer(PDF, chairman))).isTrue();
        byte[] far = new byte[200_000];
        Arrays.fill(far, (byte) ' ');
        byte[] head = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        byte[] trace = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, far, 0, head.length);
        for (int at : List.of(65_531, 65_536, 131_067, 199_990)) {
            byte[] one = far.clone();
            System.arraycopy(trace, 0, one, at, trace.length);
            assertThat(traces(one)).as("at " + at).isTrue();
        }
    }

    private static boolean traces(byte[] bytes) {
        try {
            return Traces.in(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
