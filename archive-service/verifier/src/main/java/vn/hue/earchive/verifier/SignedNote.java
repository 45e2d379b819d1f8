package vn.hue.earchive.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A checkpoint whose signature holds (C2SP signed-note, tlog-checkpoint). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedNote(String origin, long size, byte[] root) {

    private static final byte[] ED25519_DER = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * @param vkey {@code name+keyId+base64}
     */
    static SignedNote open(String note, String vkey) throws Broken {
        try {
            String[] key = vkey.strip().split("\\+", 3);
            byte[] typed = Base64.getDecoder().decode(key[2]);
            byte[] id =
                    Arrays.copyOf(
                            Hashes.sha256((key[0] + "\n").getBytes(StandardCharsets.UTF_8), typed),
                            4);
            if (typed.length != 33 || typed[0] != 1 || !Hashes.hex(id).equals(key[1])) {
                throw new Broken("Khóa kiểm tra không hợp lệ", "The verifier key is not valid");
            }
            int gap = note.lastIndexOf("\n\n");
            String text = note.substring(0, gap + 1);
            String[] lines = text.split("\n", -1);
            byte[] root = Base64.getDecoder().decode(lines[2]);
            if (lines.length == 4
                    && lines[0].equals(key[0])
                    && lines[1].matches("[1-9][0-9]{0,17}")
                    && root.length == 32
                    && isSigned(note.substring(gap + 2), text, key[0], id, typed)) {
                return new SignedNote(lines[0], Long.parseLong(lines[1]), root);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static boolean isSigned(
            String signatures, String text, String name, byte[] id, byte[] typed) {
        String start = "\u2014 " + name + " ";
        for (String line : signatures.split("\n")) {
            if (line.startsWith(start)) {
                byte[] signed = Base64.getDecoder().decode(line.substring(start.length()));
                if (Arrays.equals(Arrays.copyOf(signed, 4), id)) {
                    return verifies(text, Arrays.copyOfRange(signed, 4, signed.length), typed);
                }
            }
        }
        return false;
    }

    private static boolean verifies(String text, byte[] signature, byte[] typed) {
        try {
            byte[] der = Arrays.copyOf(ED25519_DER, 44);
            System.arraycopy(typed, 1, der, 12, 32);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Broken wrong() {
        return new Broken(
                "Chữ ký của điểm kiểm tra không hợp lệ",
                "The signature of the checkpoint does not hold");
    }
}
