package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Asks any timestamping authority that speaks RFC 3161 over HTTP. */
@ApplicationScoped
class TimestampClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MAX_ANSWER = 1 << 20;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final SecureRandom random = new SecureRandom();

    /** The authority did not give a token that can be used. */
    static final class NoTimestamp extends Exception {
        private static final long serialVersionUID = 1L;

        NoTimestamp(String message, Throwable cause) {
            super(message, cause);
        }

        NoTimestamp(String message) {
            super(message);
        }
    }

    /**
     * A token over a SHA-256. It is verified: it answers this request (digest, nonce), and was
     * signed with the certificate that it carries, which is one for timestamping. Whether that
     * certificate is to be trusted, the reader of the proof decides.
     *
     * @param sha256 32 bytes
     * @throws NoTimestamp when the authority refuses, does not answer in 30 s, or answers something
     *     else
     */
    TimeStampToken stamp(URI authority, byte[] sha256) throws NoTimestamp, InterruptedException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return respond(
                        authority,
                        generator.generate(
                                TSPAlgorithms.SHA256, sha256, new BigInteger(64, random)))
                .getTimeStampToken();
    }

    /**
     * The answer to a request that asks for the certificate; verified like {@link #stamp}.
     *
     * @throws NoTimestamp as {@link #stamp}
     */
    TimeStampResponse respond(URI authority, TimeStampRequest request)
            throws NoTimestamp, InterruptedException {
        try {
            HttpResponse<InputStream> answer =
                    http.send(
                            HttpRequest.newBuilder(authority)
                                    .timeout(ANSWER)
                                    .header("Content-Type", "application/timestamp-query")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofByteArray(
                                                    request.getEncoded()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new NoTimestamp("status " + answer.statusCode());
                }
                TimeStampResponse response = new TimeStampResponse(body.readNBytes(MAX_ANSWER));
                response.validate(request);
                TimeStampToken token = response.getTimeStampToken();
                if (token == null) {
                    throw new NoTimestamp("refused: " + response.getStatusString());
                }
                verify(token);
                return response;
            }
        } catch (IOException | TSPException | GeneralSecurityException | RuntimeException e) {
            throw new NoTimestamp("no usable answer", e);
        }
    }

    /** The certificates in a token that its signer is named by. */
    @SuppressWarnings("unchecked") // SignerId selects certificates, and its type does not say so
    static Collection<X509CertificateHolder> signers(TimeStampToken token) {
        return token.getCertificates().getMatches(token.getSID());
    }

    private static void verify(TimeStampToken token)
            throws TSPException, GeneralSecurityException, NoTimestamp {
        Collection<X509CertificateHolder> signers = signers(token);
        if (signers.isEmpty()) {
            throw new NoTimestamp("the token lacks its certificate");
        }
        try {
            token.validate(
                    new JcaSimpleSignerInfoVerifierBuilder().build(signers.iterator().next()));
        } catch (OperatorCreationException | java.security.cert.CertificateException e) {
            throw new NoTimestamp("the certificate cannot be used", e);
        }
    }
}
