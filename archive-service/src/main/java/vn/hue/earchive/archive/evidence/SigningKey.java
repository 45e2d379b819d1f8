package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs checkpoints and statements. Read at the start: an instance that is to sign and
 * cannot does not start. Signatures are deterministic (RFC 8032), so two instances that sign the
 * same tree write the same bytes.
 */
@ApplicationScoped
class SigningKey {

    private final @Nullable Ed25519PrivateKeyParameters key;
    private final Notes.@Nullable Verifier verifier;
    private final List<Notes.Verifier> trusted = new ArrayList<>();

    SigningKey(EvidenceConfig config) {
        Optional<String> given =
                config.signingKey()
                        .or(() ->
                                config.signingKeyFile()
                                        .map(file -> {
                                            try {
                                                return Files.readString(
                                                        file, StandardCharsets.US_ASCII);
                                            } catch (IOException e) {
                                                throw new IllegalStateException(
                                                        "earchive.evidence.signing-key-file cannot be read: "
                                                                + file,
                                                        e);
                                            }
                                        }));
        key = given.map(SigningKey::parse).orElse(null);
        verifier =
                key == null
                        ? null
                        : new Notes.Verifier(config.origin(), key.generatePublicKey().getEncoded());
        if (verifier != null) {
            trusted.add(verifier);
        }
        config.formerKeys()
                .ifPresent(keys -> keys.forEach(vkey -> trusted.add(Notes.Verifier.parse(vkey))));
    }

    /** Whether this instance has a key. */
    boolean present() {
        return key != null;
    }

    /**
     * @throws IllegalStateException when there is no key
     */
    Notes.Verifier verifier() {
        if (verifier == null) {
            throw new IllegalStateException(
                    "earchive.evidence.signing-key or .signing-key-file is needed to keep the"
                            + " evidence log; make one with: openssl genpkey -algorithm ed25519");
        }
        return verifier;
    }

    /** The checkpoint as a note that this key has signed. */
    String sign(Checkpoint checkpoint) {
        Notes.Verifier signer = verifier();
        byte[] text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
        return Notes.signed(checkpoint.text(), signer, sign(text));
    }

    /** The signature alone (RFC 8032). */
    byte[] sign(byte[] bytes) {
        Ed25519Signer ed25519 = new Ed25519Signer();
        ed25519.init(true, key);
        ed25519.update(bytes, 0, bytes.length);
        return ed25519.generateSignature();
    }

    /** This key, when there is one, and those that signed before. */
    List<Notes.Verifier> known() {
        return List.copyOf(trusted);
    }

    /** The checkpoint in a note that this key, or one of its predecessors, has signed. */
    Optional<Checkpoint> open(String note) {
        return trusted.stream()
                .flatMap(known -> known.open(note).stream())
                .findFirst()
                .flatMap(Checkpoint::parse);
    }

    private static Ed25519PrivateKeyParameters parse(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            AsymmetricKeyParameter found =
                    PrivateKeyFactory.createKey(Base64.getDecoder().decode(base64));
            if (found instanceof Ed25519PrivateKeyParameters ed25519) {
                return ed25519;
            }
        } catch (IOException | RuntimeException e) {
            // The cause may quote the key: it is not kept.
            throw new IllegalStateException("earchive.evidence.signing-key is not PKCS#8");
        }
        throw new IllegalStateException("earchive.evidence.signing-key is not an Ed25519 key");
    }
}
