package vn.hue.earchive.signature;

import eu.europa.esig.dss.model.tsl.CertificateTrustTime;
import eu.europa.esig.dss.model.tsl.TrustedCertificateSourceWithTime;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trust anchors of a folder: each {@code *.pem}, {@code *.crt} or {@code *.cer} holds one or
 * more root (or issuing) certificates, PEM or DER. A file {@code name.properties} beside {@code
 * name.pem} may say {@code name}, {@code validFrom} and {@code validUntil} (dates in Viet Nam, both
 * included): what the anchor vouches for outside of them is not trusted. Read anew for each check,
 * so that a change needs no restart.
 */
final class TrustFolder {

    private static final int MAX_FILES = 500;
    private static final long MAX_BYTES = 1 << 20;
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /**
     * A trusted certificate.
     *
     * @param from null when trusted from ever; {@code until} likewise
     */
    record Anchor(
            String name,
            X509Certificate certificate,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private TrustFolder() {}

    /** In the order of their files; a file that cannot be read vouches for nothing. */
    static List<Anchor> read(@Nullable Path folder) {
        List<Anchor> anchors = new ArrayList<>();
        for (Path file : files(folder, "pem", "crt", "cer")) {
            try (InputStream in = Files.newInputStream(file)) {
                Properties said = said(file);
                for (Certificate one :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    X509Certificate certificate = (X509Certificate) one;
                    anchors.add(
                            new Anchor(
                                    said.getProperty(
                                            "name",
                                            certificate.getSubjectX500Principal().getName()),
                                    certificate,
                                    day(said.getProperty("validFrom"), 0),
                                    day(said.getProperty("validUntil"), 1)));
                }
            } catch (IOException | CertificateException | DateTimeParseException e) {
                System.err.println("Trust anchor not read: " + file.getFileName() + " " + e);
            }
        }
        return anchors;
    }

    /** Files with one of these endings, sorted by name, none of them large. */
    static List<Path> files(@Nullable Path folder, String... endings) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> ends(f, endings))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ends(Path file, String... endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(e -> name.endsWith("." + e));
    }

    private static Properties said(Path file) throws IOException {
        Properties said = new Properties();
        String name = file.getFileName().toString();
        Path beside = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".properties");
        if (Files.isRegularFile(beside) && Files.size(beside) < MAX_BYTES) {
            try (var text = Files.newBufferedReader(beside, StandardCharsets.UTF_8)) {
                said.load(text);
            }
        }
        return said;
    }

    private static @Nullable Instant day(@Nullable String date, int plusDays) {
        return date == null || date.isBlank()
                ? null
                : LocalDate.parse(date.strip())
                        .plusDays(plusDays)
                        .atStartOfDay(VIET_NAM)
                        .toInstant();
    }

    /** SHA-256 over the digests and days of the anchors, hex. */
    static String sha256(List<Anchor> anchors) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (Anchor anchor : anchors) {
                all.update(
                        MessageDigest.getInstance("SHA-256")
                                .digest(anchor.certificate().getEncoded()));
                all.update((anchor.from() + "/" + anchor.until()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the validation library takes them. */
    static CommonTrustedCertificateSource source(List<Anchor> anchors) {
        Timed source = new Timed();
        for (Anchor anchor : anchors) {
            CertificateToken token =
                    source.addCertificate(new CertificateToken(anchor.certificate()));
            source.times.put(
                    token.getDSSIdAsString(),
                    anchor.from() == null && anchor.until() == null
                            ? new CertificateTrustTime(true)
                            : new CertificateTrustTime(date(anchor.from()), date(anchor.until())));
        }
        return source;
    }

    private static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    private static final class Timed extends CommonTrustedCertificateSource
            implements TrustedCertificateSourceWithTime {

        private final transient Map<String, CertificateTrustTime> times = new HashMap<>();

        @Override
        public CertificateTrustTime getTrustTime(CertificateToken token) {
            return times.getOrDefault(token.getDSSIdAsString(), new CertificateTrustTime(false));
        }
    }
}
