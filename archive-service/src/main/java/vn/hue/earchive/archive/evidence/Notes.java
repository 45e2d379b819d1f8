package vn.hue.earchive.archive.evidence;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Signed notes (C2SP signed-note) with Ed25519: a text, an empty line, signature lines. A verifier
 * key is written as {@code name+keyId+base64(1 || public key)}.
 */
final class Notes {

    private static final byte ED25519 = 1;
    private static final int KEY = 32;
    private static final int KEY_ID = 4;
    private static final String DASH = "\u2014 ";

    private Notes() {}

    /**
     * Who signs, as everybody knows it.
     *
     * @param publicKey 32 bytes, RFC 8032
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Verifier(String name, byte[] publicKey) {

        Verifier {
            if (!isName(name) || publicKey.length != KEY) {
                throw new IllegalArgumentException("no verifier key");
            }
        }

        /**
         * Reads what {@link #vkey} writes.
         *
         * @throws IllegalArgumentException when it is no Ed25519 verifier key
         */
        static Verifier parse(String vkey) {
            String[] parts = vkey.strip().split("\\+", 3);
            if (parts.length != 3) {
                throw new IllegalArgumentException("no verifier key");
            }
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length != KEY + 1 || typed[0] != ED25519) {
                throw new IllegalArgumentException("not an Ed25519 key");
            }
            var verifier = new Verifier(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            if (!HexFormat.of().formatHex(verifier.keyId()).equals(parts[1])) {
                throw new IllegalArgumentException("key id does not match");
            }
            return verifier;
        }

        String vkey() {
            return kid() + "+" + Base64.getEncoder().encodeToString(typed());
        }

        /** The identifier of the key in a JWS: the verifier key without the key. */
        String kid() {
            return name + "+" + HexFormat.of().formatHex(keyId());
        }

        byte[] keyId() {
            return Arrays.copyOf(
                    Merkle.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed()), KEY_ID);
        }

        private byte[] typed() {
            return ByteBuffer.allocate(KEY + 1).put(ED25519).put(publicKey).array();
        }

        /** The text of the note when this key has signed it, else empty. */
        Optional<String> open(String note) {
            int gap = note.lastIndexOf("\n\n");
            if (gap < 0 || !note.endsWith("\n")) {
                return Optional.empty();
            }
            String text = note.substring(0, gap + 1);
            return note.substring(gap + 2).lines().anyMatch(line -> signs(line, text))
                    ? Optional.of(text)
                    : Optional.empty();
        }

        private boolean signs(String line, String text) {
            if (!line.startsWith(DASH + name + " ")) {
                return false;
            }
            try {
                byte[] signed =
                        Base64.getDecoder()
                                .decode(line.substring(DASH.length() + name.length() + 1));
                return signed.length > KEY_ID
                        && Arrays.equals(Arrays.copyOf(signed, KEY_ID), keyId())
                        && verifies(text, Arrays.copyOfRange(signed, KEY_ID, signed.length));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private boolean verifies(String text, byte[] signature) {
            try {
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(key());
                ed25519.update(text.getBytes(StandardCharsets.UTF_8));
                return ed25519.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        private PublicKey key() throws GeneralSecurityException {
            byte[] bigEndian = new byte[KEY];
            for (int at = 0; at < KEY; at++) {
                bigEndian[at] = publicKey[KEY - 1 - at];
            }
            boolean odd = (bigEndian[0] & 0x80) != 0;
            bigEndian[0] &= 0x7f;
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(
                            new EdECPublicKeySpec(
                                    NamedParameterSpec.ED25519,
                                    new EdECPoint(odd, new BigInteger(1, bigEndian))));
        }
    }

    /** The note with one more signature line; the text ends with a newline. */
    static String signed(String text, Verifier signer, byte[] signature) {
        byte[] line =
                ByteBuffer.allocate(KEY_ID + signature.length)
                        .put(signer.keyId())
                        .put(signature)
                        .array();
        return text
                + "\n"
                + DASH
                + signer.name()
                + " "
                + Base64.getEncoder().encodeToString(line)
                + "\n";
    }

    /** Names of keys contain neither spaces nor a plus. */
    static boolean isName(String name) {
        return name.matches("[^\\s\\p{Z}\\p{Cntrl}+]+");
    }
}
