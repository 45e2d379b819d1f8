package vn.hue.earchive.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of the log whose commitment and inclusion hold. */
record Entry(long index, Map<?, ?> body) {

    private static final byte[] PREFIX =
            "earchive-evidence-entry/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String HEAD = "c2sp.org/tlog-proof@v1\nindex ";

    /**
     * @param number of the entry in the bundle, from 1
     */
    static Entry check(Bundle bundle, int number, String note, SignedNote checkpoint)
            throws Broken {
        String name = "entries/%04d".formatted(number);
        byte[] body = bundle.bytes(name + ".json");
        byte[] salt = bundle.bytes(name + ".salt");
        String proof = bundle.text(name + ".tlog-proof");
        byte[] commitment = Hashes.sha256(PREFIX, salt, body);
        int gap = proof.indexOf("\n\n");
        if (!proof.startsWith(HEAD) || gap < 0 || !proof.substring(gap + 2).equals(note)) {
            throw wrong(number);
        }
        try {
            List<String> lines = proof.substring(HEAD.length(), gap).lines().toList();
            long index = Long.parseLong(lines.getFirst());
            List<byte[]> path = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                path.add(Base64.getDecoder().decode(line));
            }
            if (salt.length != 32
                    || !Hashes.isIncluded(
                            checkpoint.root(), checkpoint.size(), index, commitment, path)) {
                throw wrong(number);
            }
            return new Entry(index, Json.object(bundle.text(name + ".json")));
        } catch (IllegalArgumentException e) {
            throw wrong(number);
        }
    }

    @Nullable String text(String key) {
        return body.get(key) instanceof String text ? text : null;
    }

    @Nullable String detail(String key) {
        return body.get("details") instanceof Map<?, ?> details
                        && details.get(key) instanceof String text
                ? text
                : null;
    }

    private static Broken wrong(int number) {
        return new Broken(
                "Mục %d không nằm trong nhật ký đã ký".formatted(number),
                "Entry %d is not in the log that was signed".formatted(number));
    }
}
