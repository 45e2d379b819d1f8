package vn.hue.earchive.local.component;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is chosen once for a stack and then kept, in {@code stack.json}: ports (the issuer of every
 * token contains one) and generated passwords (readable by the owner of the folder only). Delete
 * the file together with {@code data} to choose anew.
 */
public final class Settings {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, Map<String, String>> content;

    private Settings(Path file, Map<String, Map<String, String>> content) {
        this.file = file;
        this.content = content;
    }

    /** Reads the file, or begins an empty one. */
    public static Settings in(Path home) {
        Path file = home.resolve("stack.json");
        try {
            Map<String, Map<String, String>> content =
                    Files.exists(file)
                            ? JSON.readValue(
                                    file.toFile(),
                                    new TypeReference<TreeMap<String, Map<String, String>>>() {})
                            : new TreeMap<>();
            return new Settings(file, content);
        } catch (IOException e) {
            throw new StackFailure(
                    file
                            + " cannot be read ("
                            + e.getMessage()
                            + "). Delete it to have it written anew.",
                    e);
        }
    }

    /**
     * The port of this name: the kept one, else {@code preferred} if nobody listens there, else a
     * free one of the range. Ports lie below the kernel's range for outgoing connections, so that
     * no connection of ours takes one while its server is down.
     */
    public synchronized int port(String name, int preferred, int lowest, int highest) {
        Map<String, String> ports = section("ports");
        String kept = ports.get(name);
        if (kept != null) {
            return Integer.parseInt(kept);
        }
        int port =
                IntStream.concat(IntStream.of(preferred), RANDOM.ints(500, lowest, highest + 1))
                        .filter(candidate -> candidate > 0)
                        .filter(candidate -> !ports.containsValue(Integer.toString(candidate)))
                        .filter(Settings::free)
                        .findFirst()
                        .orElseThrow(() ->
                                new StackFailure(
                                        "No free port for "
                                                + name
                                                + " between "
                                                + lowest
                                                + " and "
                                                + highest
                                                + "."));
        ports.put(name, Integer.toString(port));
        save();
        return port;
    }

    public int port(String name) {
        return port(name, 0, 20_000, 29_999);
    }

    /** The generated password of this name: 144 random bits, letters and digits of base64url. */
    public synchronized String secret(String name) {
        Map<String, String> secrets = section("secrets");
        String kept = secrets.get(name);
        if (kept == null) {
            byte[] bits = new byte[18];
            RANDOM.nextBytes(bits);
            kept = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            secrets.put(name, kept);
            save();
        }
        return kept;
    }

    /** The generated Ed25519 key of this name: PKCS#8, base64 of DER. */
    public synchronized String signingKey(String name) {
        Map<String, String> keys = section("keys");
        String kept = keys.get(name);
        if (kept == null) {
            try {
                kept =
                        Base64.getEncoder()
                                .encodeToString(
                                        KeyPairGenerator.getInstance("Ed25519")
                                                .generateKeyPair()
                                                .getPrivate()
                                                .getEncoded());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java since 15 has Ed25519", e);
            }
            keys.put(name, kept);
            save();
        }
        return kept;
    }

    /** True when nothing listens on this port of the loopback interface. */
    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, String> section(String name) {
        return content.computeIfAbsent(name, _ -> new TreeMap<>());
    }

    private void save() {
        try {
            Path draft = file.resolveSibling("stack.json.draft");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(draft.toFile(), content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
