package vn.hue.earchive.signature;

import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.OfflineCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Validates one file after the other against the anchors and the revocation lists of two folders.
 * Nothing is fetched: no OCSP, no CRL, no issuer certificate and no external entity.
 */
final class Look {

    private static final long MAX_CRL_BYTES = 64L << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final @Nullable Path trust;
    private final @Nullable Path crls;
    private final ValidationPolicy policy = policy();

    Look(@Nullable Path trust, @Nullable Path crls) {
        this.trust = trust;
        this.crls = crls;
        ZipUtils.getInstance()
                .setZipContainerHandlerBuilder(
                        new SecureContainerHandlerBuilder()
                                .setThreshold(10 << 20)
                                .setMaxCompressionRatio(50)
                                .setMaxAllowedFilesAmount(1000));
    }

    /**
     * The policy of the library, but for one thing: what was added to a PDF after its signature and
     * is not known to be harmless makes the signature fail instead of a warning.
     */
    private static ValidationPolicy policy() {
        try (InputStream in =
                Objects.requireNonNull(Look.class.getResourceAsStream("/policy/constraint.xml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String strict =
                    text.replace(
                            "<UndefinedChanges Level=\"WARN\" />",
                            "<UndefinedChanges Level=\"FAIL\" />");
            return ValidationPolicyLoader.fromValidationPolicy(
                            new ByteArrayInputStream(strict.getBytes(StandardCharsets.UTF_8)))
                    .create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CheckReply at(CheckRequest request) {
        List<TrustFolder.Anchor> anchors = TrustFolder.read(trust);
        String trustSha256 = TrustFolder.sha256(anchors);
        Path file = Path.of(request.path());
        try {
            FileDocument document = new FileDocument(file.toFile());
            document.setName(request.name());
            return validated(document, anchors, Instant.ofEpochMilli(request.at()), trustSha256);
        } catch (UnsupportedOperationException e) {
            return CheckReply.plain(
                    isZip(file)
                            ? SignatureCause.FORMAT_NOT_SUPPORTED
                            : SignatureCause.NO_SIGNATURE_FOUND,
                    trustSha256);
        } catch (RuntimeException | StackOverflowError e) {
            System.err.println("Not validated: " + e);
            return CheckReply.plain(whyNot(e), trustSha256);
        }
    }

    private CheckReply validated(
            FileDocument document,
            List<TrustFolder.Anchor> anchors,
            Instant at,
            String trustSha256) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(document);
        if (validator instanceof PDFDocumentValidator pdf) {
            pdf.setPdfObjFactory(bounded());
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setTrustedCertSources(TrustFolder.source(anchors));
        verifier.setCrlSource(revocationLists());
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        Reports reports = validator.validateDocument(policy);
        List<CheckedSignature> signatures =
                new ReadReports(reports, anchors.size(), at, size(document)).signatures();
        if (signatures.isEmpty()) {
            return CheckReply.plain(SignatureCause.NO_SIGNATURE_FOUND, trustSha256);
        }
        return new CheckReply(
                gravestFirst(signatures),
                signatures,
                Tool.NAME,
                trustSha256,
                gzip(reports.getXmlSimpleReport()),
                gzip(reports.getXmlDetailedReport()));
    }

    /** Scratch files instead of memory, and no pages are drawn to compare them. */
    private static PdfBoxNativeObjectFactory bounded() {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        factory.setPdfDifferencesFinder(differences);
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.mixed(64L << 20, 1L << 30));
        return factory;
    }

    private OfflineCRLSource revocationLists() {
        List<FileDocument> lists =
                TrustFolder.files(crls, "crl").stream()
                        .filter(f -> size(f) <= MAX_CRL_BYTES)
                        .filter(Look::isReadable)
                        .map(f -> new FileDocument(f.toFile()))
                        .toList();
        return new ExternalResourcesCRLSource(lists.toArray(FileDocument[]::new));
    }

    /** One broken list must not take the others with it. */
    private static boolean isReadable(Path list) {
        try {
            return new ExternalResourcesCRLSource(new FileDocument(list.toFile())) != null;
        } catch (RuntimeException e) {
            System.err.println("Revocation list not read: " + list.getFileName() + " " + e);
            return false;
        }
    }

    private static List<SignatureCause> gravestFirst(List<CheckedSignature> signatures) {
        return signatures.stream()
                .sorted(
                        Comparator.comparingInt((CheckedSignature s) -> s.result().gravity())
                                .reversed())
                .map(CheckedSignature::cause)
                .distinct()
                .toList();
    }

    private static SignatureCause whyNot(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            String text = String.valueOf(e.getMessage());
            if (e instanceof ProtectedDocumentException
                    || e.getClass().getSimpleName().equals("InvalidPasswordException")) {
                return SignatureCause.FILE_ENCRYPTED;
            }
            if (text.startsWith("Zip Bomb") || text.startsWith("Too many files")) {
                return SignatureCause.CONTAINER_UNSAFE;
            }
        }
        return SignatureCause.FILE_UNREADABLE;
    }

    private static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(FileDocument document) {
        return document.getFile().length();
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
