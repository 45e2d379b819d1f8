package vn.hue.earchive.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority of the tests, its people, its timestamps and what they sign. */
public final class TestPki {

    private static final AtomicLong SERIAL = new AtomicLong(1000);

    /** Somebody with a key. */
    public record Entity(PrivateKey key, X509Certificate certificate) {}

    private final Entity root;
    private final Entity tsa;
    private final List<X509Certificate> revoked = new ArrayList<>();

    public TestPki(String name) {
        try {
            KeyPair keys = keys();
            Instant from = Instant.now().minus(Duration.ofDays(3650));
            root =
                    new Entity(
                            keys.getPrivate(),
                            certificate(
                                    "CN=" + name,
                                    keys,
                                    "CN=" + name,
                                    keys,
                                    from,
                                    from.plus(Duration.ofDays(7300)),
                                    Kind.ROOT));
            tsa = issue("TSA " + name, from, from.plus(Duration.ofDays(7200)), Kind.TSA);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private enum Kind {
        ROOT,
        PERSON,
        TSA
    }

    /** Somebody whose certificate is in force from yesterday for so many days. */
    public Entity person(String name, int days) {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        return issue(name, from, from.plus(Duration.ofDays(days)), Kind.PERSON);
    }

    private Entity issue(String name, Instant from, Instant until, Kind kind) {
        try {
            KeyPair keys = keys();
            return new Entity(
                    keys.getPrivate(),
                    certificate(
                            "CN=" + name,
                            keys,
                            root.certificate().getSubjectX500Principal().getName(),
                            new KeyPair(root.certificate().getPublicKey(), root.key()),
                            from,
                            until,
                            kind));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String subject,
            KeyPair keys,
            String issuer,
            KeyPair issuerKeys,
            Instant from,
            Instant until,
            Kind kind)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name(issuer),
                        BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(from),
                        Date.from(until),
                        new X500Name(subject),
                        keys.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                ids.createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                ids.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
        switch (kind) {
            case ROOT -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                builder.addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            case PERSON ->
                    builder.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            case TSA ->
                    builder.addExtension(
                            Extension.extendedKeyUsage,
                            true,
                            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withRSA")
                                        .build(issuerKeys.getPrivate())));
    }

    public void revoke(Entity person) {
        revoked.add(person.certificate());
    }

    /** Writes the root where the anchors are read. */
    public Path trustIn(Path folder) {
        try {
            Files.createDirectories(folder);
            String pem =
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(root.certificate().getEncoded())
                            + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(folder.resolve(System.nanoTime() + ".pem"), pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a revocation list of this day, good for a year. */
    public Path revocationListIn(Path folder, Instant day) {
        try {
            Files.createDirectories(folder);
            X509v2CRLBuilder list =
                    new X509v2CRLBuilder(
                            new X500Name(root.certificate().getSubjectX500Principal().getName()),
                            Date.from(day));
            list.setNextUpdate(Date.from(day.plus(Duration.ofDays(365))));
            for (X509Certificate one : revoked) {
                list.addCRLEntry(one.getSerialNumber(), Date.from(day), CRLReason.keyCompromise);
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(root.certificate().getPublicKey()));
            return Files.write(
                    folder.resolve(System.nanoTime() + ".crl"),
                    list.build(new JcaContentSignerBuilder("SHA256withRSA").build(root.key()))
                            .getEncoded());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PDF signed now, with a timestamp of this authority or without. */
    public byte[] signPdf(byte[] pdf, Entity by, boolean timestamp) {
        PAdESSignatureParameters how = new PAdESSignatureParameters();
        how.setSignatureLevel(
                timestamp ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        PAdESService service = new PAdESService(verifier());
        if (timestamp) {
            KeyEntityTSPSource source =
                    new KeyEntityTSPSource(
                            tsa.key(),
                            tsa.certificate(),
                            List.of(tsa.certificate(), root.certificate()));
            source.setTsaPolicy("1.2.3.4.5");
            service.setTspSource(source);
        }
        return sign(service, how, new InMemoryDocument(pdf, "a.pdf"), by);
    }

    public byte[] signXml(byte[] xml, Entity by) {
        XAdESSignatureParameters how = new XAdESSignatureParameters();
        how.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        how.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        return sign(new XAdESService(verifier()), how, new InMemoryDocument(xml, "a.xml"), by);
    }

    public byte[] signCms(byte[] content, Entity by, SignaturePackaging packaging) {
        CAdESSignatureParameters how = new CAdESSignatureParameters();
        how.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        how.setSignaturePackaging(packaging);
        return sign(new CAdESService(verifier()), how, new InMemoryDocument(content, "a.txt"), by);
    }

    public byte[] signContainer(byte[] content, Entity by) {
        ASiCWithXAdESSignatureParameters how = new ASiCWithXAdESSignatureParameters();
        how.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        how.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        return sign(
                new ASiCWithXAdESService(verifier()),
                how,
                new InMemoryDocument(content, "a.txt"),
                by);
    }

    private static CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        return verifier;
    }

    private <P extends AbstractSignatureParameters<?>> byte[] sign(
            DocumentSignatureService<P, ?> service, P how, DSSDocument document, Entity by) {
        CertificateToken signer = new CertificateToken(by.certificate());
        how.setSigningCertificate(signer);
        how.setCertificateChain(signer, new CertificateToken(root.certificate()));
        how.setDigestAlgorithm(DigestAlgorithm.SHA256);
        ToBeSigned bytes = service.getDataToSign(document, how);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.key());
            signature.update(bytes.getBytes());
            DSSDocument signed =
                    service.signDocument(
                            document,
                            how,
                            new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            signed.writeTo(out);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
