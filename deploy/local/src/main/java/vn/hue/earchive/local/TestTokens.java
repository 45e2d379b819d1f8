package vn.hue.earchive.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tokens with the claims that the realm issues, signed with a key of the test stack, so that the
 * tests of a service need no Keycloak. The end-to-end test uses the real one.
 */
public final class TestTokens {

    static final String ISSUER = "http://identity.test/realms/earchive";
    static final String AUDIENCE = "earchive";

    private TestTokens() {}

    /**
     * A valid access token. The subject is derived from the user name, so it is the same in every
     * test.
     */
    public static String token(String username, UUID agencyId, String agencyCode, String... roles) {
        return draft(username, agencyId, agencyCode, roles).sign();
    }

    /**
     * A token to be spoiled before it is signed: expired, another issuer, another audience, an ID
     * token.
     */
    public static TokenDraft draft(
            String username, UUID agencyId, String agencyCode, String... roles) {
        return new TokenDraft(username, agencyId, agencyCode, List.of(roles));
    }

    /** What makes a Quarkus service trust these tokens. */
    public static Map<String, String> quarkusConfig() {
        return Map.of(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(Keys.STACK.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer",
                ISSUER,
                "quarkus.oidc.token.audience",
                AUDIENCE);
    }

    static PrivateKey stackKey() {
        return Keys.STACK.getPrivate();
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * On file, because the application and its tests load this class apart and must agree on the
     * key.
     */
    private static final class Keys {

        static final KeyPair STACK = load(ProjectRoot.find().resolve(".stack/test-token-key"));

        private static KeyPair load(Path file) {
            try {
                Files.createDirectories(file.getParent());
                Path lockFile = file.resolveSibling("test-token-key.lock");
                try (FileChannel channel =
                                FileChannel.open(
                                        lockFile,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !Files.exists(file)) {
                        save(file, newKey());
                    }
                }
                List<String> lines = Files.readAllLines(file);
                KeyFactory rsa = KeyFactory.getInstance("RSA");
                PublicKey publicKey =
                        rsa.generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
                PrivateKey privateKey =
                        rsa.generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
                return new KeyPair(publicKey, privateKey);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(file + " holds no key; delete it", e);
            }
        }

        private static void save(Path file, KeyPair pair) throws IOException {
            Path draft = file.resolveSibling("test-token-key.draft");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Base64.Encoder base64 = Base64.getEncoder();
            Files.write(
                    draft,
                    List.of(
                            base64.encodeToString(pair.getPublic().getEncoded()),
                            base64.encodeToString(pair.getPrivate().getEncoded())));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
