package vn.hue.earchive.verifier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A timestamp token (RFC 3161) that is over these bytes and signed with a certificate that it
 * carries, made for timestamping. Who is to be trusted to tell the time, the reader decides.
 *
 * @param time as the authority wrote it, for example {@code 20261128020000Z}
 * @param authority subject of the certificate
 */
record Timestamp(String time, String authority) {

    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String TST_INFO = "2a864886f70d0109100104";
    private static final String MESSAGE_DIGEST = "2a864886f70d010904";
    private static final String SIGNING_CERTIFICATE = "2a864886f70d010910020c";
    private static final String SIGNING_CERTIFICATE_2 = "2a864886f70d010910022f";
    private static final String SHA_256 = "608648016503040201";
    private static final Map<String, String> DIGESTS =
            Map.of(
                    SHA_256,
                    "SHA-256",
                    "608648016503040202",
                    "SHA-384",
                    "608648016503040203",
                    "SHA-512");
    private static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";

    static Timestamp check(byte[] token, byte[] stamped) throws Broken {
        Der content = Der.of(token);
        if (!content.at(0, Der.OID).isOid(SIGNED_DATA)) {
            throw wrong();
        }
        Der data = content.at(1, Der.FIRST).at(0, Der.SEQUENCE);
        Der wrapped = data.at(2, Der.SEQUENCE);
        if (!wrapped.at(0, Der.OID).isOid(TST_INFO)) {
            throw wrong();
        }
        byte[] info = wrapped.at(1, Der.FIRST).at(0, Der.OCTETS).content();
        Der told = Der.of(info);
        Der imprint = told.at(2, Der.SEQUENCE);
        if (!imprint.at(0, Der.SEQUENCE).at(0, Der.OID).isOid(SHA_256)
                || !Arrays.equals(imprint.at(1, Der.OCTETS).content(), Hashes.sha256(stamped))) {
            throw wrong();
        }
        String time = new String(told.at(4, 0x18).content(), StandardCharsets.US_ASCII);
        List<Der> parts = data.values();
        Der signer = parts.getLast().at(0, Der.SEQUENCE);
        try {
            for (X509Certificate certificate : certificates(parts)) {
                if (signs(certificate, signer, info)) {
                    return new Timestamp(time, certificate.getSubjectX500Principal().getName());
                }
            }
        } catch (GeneralSecurityException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static List<X509Certificate> certificates(List<Der> parts)
            throws Broken, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (Der part : parts) {
            if (part.tag() == Der.FIRST) {
                for (Der certificate : part.values()) {
                    certificates.add(
                            (X509Certificate)
                                    factory.generateCertificate(
                                            new ByteArrayInputStream(certificate.whole())));
                }
            }
        }
        return certificates;
    }

    /** The signed attributes name the digest of the content, and the signature is over them. */
    private static boolean signs(X509Certificate certificate, Der signer, byte[] info)
            throws Broken, GeneralSecurityException {
        String digest =
                DIGESTS.get(Hashes.hex(signer.at(2, Der.SEQUENCE).at(0, Der.OID).content()));
        List<String> usages = certificate.getExtendedKeyUsage();
        if (digest == null || usages == null || !usages.equals(List.of(TIMESTAMPING))) {
            return false;
        }
        Der attributes = signer.at(3, Der.FIRST);
        byte[] named = new byte[0];
        boolean own = false;
        for (Der attribute : attributes.values()) {
            Der kind = attribute.at(0, Der.OID);
            if (kind.isOid(MESSAGE_DIGEST)) {
                named = attribute.at(1, Der.SET).at(0, Der.OCTETS).content();
            } else if (kind.isOid(SIGNING_CERTIFICATE) || kind.isOid(SIGNING_CERTIFICATE_2)) {
                own = names(attribute.at(1, Der.SET), certificate.getEncoded());
            }
        }
        byte[] signed = attributes.whole().clone();
        signed[0] = Der.SET;
        Signature signature = Signature.getInstance(algorithm(digest, certificate));
        signature.initVerify(certificate.getPublicKey());
        signature.update(signed);
        return own
                && Arrays.equals(named, MessageDigest.getInstance(digest).digest(info))
                && signature.verify(signer.at(5, Der.OCTETS).content());
    }

    /** Whether the first certificate that the signer has named (RFC 2634, RFC 5035) is this one. */
    private static boolean names(Der attribute, byte[] certificate)
            throws Broken, GeneralSecurityException {
        Der named = attribute.at(0, Der.SEQUENCE).at(0, Der.SEQUENCE).at(0, Der.SEQUENCE);
        for (Der value : named.values()) {
            if (value.tag() == Der.OCTETS) {
                byte[] hash = value.content();
                String algorithm =
                        switch (hash.length) {
                            case 20 -> "SHA-1";
                            case 48 -> "SHA-384";
                            case 64 -> "SHA-512";
                            default -> "SHA-256";
                        };
                return Arrays.equals(
                        hash, MessageDigest.getInstance(algorithm).digest(certificate));
            }
        }
        return false;
    }

    private static String algorithm(String digest, X509Certificate certificate) {
        return digest.replace("-", "")
                + "with"
                + (certificate.getPublicKey().getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    }

    private static Broken wrong() {
        return new Broken(
                "Dấu thời gian không phải của điểm kiểm tra này",
                "A timestamp is not over this checkpoint");
    }
}
