package vn.hue.earchive.signature;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from the library's reports what is kept of each signature. */
record ReadReports(Reports reports, int anchors, Instant at, long fileSize) {

    private static final int MAX_SIGNATURES = 50;
    private static final int MAX_CHAIN = 10;

    List<CheckedSignature> signatures() {
        return reports.getDiagnosticData().getSignatures().stream()
                .filter(s -> !s.isCounterSignature())
                .limit(MAX_SIGNATURES)
                .map(this::signature)
                .toList();
    }

    private CheckedSignature signature(SignatureWrapper signature) {
        SimpleReport simple = reports.getSimpleReport();
        Indication indication = simple.getIndication(signature.getId());
        @Nullable SubIndication why = simple.getSubIndication(signature.getId());
        @Nullable CertificateWrapper signer = signature.getSigningCertificate();
        @Nullable CertificateRevocationWrapper revocation = revocation(signer);
        SignatureCause cause =
                Judge.cause(
                        indication,
                        why,
                        new Judge.Facts(
                                signature.getDigestMatchers().stream()
                                        .anyMatch(ReadReports::differs),
                                !signature.getPdfUndefinedChanges().isEmpty()
                                        || !signature
                                                .getPdfPageDifferenceConcernedPages()
                                                .isEmpty(),
                                !signature.getPdfAnnotationChanges().isEmpty(),
                                revocation != null && revocation.isRevoked(),
                                anchors,
                                at,
                                signer == null ? null : instant(signer.getNotBefore()),
                                signer == null ? null : instant(signer.getNotAfter())));
        return new CheckedSignature(
                cause.result(),
                cause,
                signature.getSignatureFormat() == null
                        ? null
                        : signature.getSignatureFormat().toString(),
                coverage(signature),
                indication.toString(),
                why == null ? null : why.toString(),
                signer == null ? null : signer.getCertificateDN(),
                signer == null ? null : signer.getSerialNumber(),
                signer == null ? null : signer.getCertificateIssuerDN(),
                chain(signature),
                instant(signature.getClaimedSigningTime()),
                instant(simple.getBestSignatureTime(signature.getId())),
                timestamps(signature),
                revocation == null ? null : view(revocation));
    }

    private static boolean differs(XmlDigestMatcher digest) {
        return digest.isDataFound() && !digest.isDataIntact();
    }

    private String coverage(SignatureWrapper signature) {
        if (signature.getPDFRevision() != null) {
            List<BigInteger> range = signature.getSignatureByteRange();
            boolean whole =
                    range.size() == 4
                            && range.get(2).add(range.get(3)).equals(BigInteger.valueOf(fileSize));
            return whole ? "WHOLE_FILE" : "EARLIER_REVISION";
        }
        boolean full =
                signature.getSignatureScopes().stream()
                        .anyMatch(s -> s.getScope() == SignatureScopeType.FULL);
        return full ? "WHOLE_FILE" : "SIGNED_PARTS";
    }

    private static List<CheckedSignature.Certificate> chain(SignatureWrapper signature) {
        return signature.getCertificateChain().stream()
                .limit(MAX_CHAIN)
                .map(c ->
                        new CheckedSignature.Certificate(
                                c.getCertificateDN(),
                                c.getCertificateIssuerDN(),
                                c.getSerialNumber(),
                                instant(c.getNotBefore()),
                                instant(c.getNotAfter()),
                                c.isTrusted()))
                .toList();
    }

    private List<CheckedSignature.Timestamp> timestamps(SignatureWrapper signature) {
        return signature.getTimestampList().stream()
                .limit(MAX_SIGNATURES)
                .map(t ->
                        new CheckedSignature.Timestamp(
                                instant(t.getProductionTime()), issuer(t), isValid(t)))
                .toList();
    }

    private static @Nullable String issuer(TimestampWrapper timestamp) {
        CertificateWrapper signer = timestamp.getSigningCertificate();
        return signer == null ? null : signer.getCertificateDN();
    }

    private boolean isValid(TimestampWrapper timestamp) {
        return reports.getSimpleReport().getIndication(timestamp.getId()) == Indication.PASSED;
    }

    /** The newest statement about the signer's certificate. */
    private static @Nullable CertificateRevocationWrapper revocation(
            @Nullable CertificateWrapper signer) {
        return signer == null
                ? null
                : signer.getCertificateRevocationData().stream()
                        .filter(r -> r.getProductionDate() != null)
                        .max(Comparator.comparing(CertificateRevocationWrapper::getProductionDate))
                        .orElse(null);
    }

    private static CheckedSignature.Revocation view(CertificateRevocationWrapper revocation) {
        return new CheckedSignature.Revocation(
                revocation.isRevoked(),
                instant(revocation.getRevocationDate()),
                Optional.ofNullable(revocation.getReason()).map(Enum::name).orElse(null),
                revocation.getRevocationType()
                        + " "
                        + revocation.getOrigin()
                        + " "
                        + instant(revocation.getProductionDate()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
