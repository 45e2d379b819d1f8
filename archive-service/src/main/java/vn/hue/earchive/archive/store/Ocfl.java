package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hue.earchive.archive.aip.Digests;

/**
 * Names and fixed files of an OCFL 1.1 storage root with the layout extension {@code
 * 0004-hashed-n-tuple-storage-layout} (SHA-256, three tuples of three digits); see
 * https://ocfl.io/1.1/spec/.
 */
final class Ocfl {

    static final String DIGEST = "sha256";
    static final String INVENTORY = "inventory.json";
    static final String SIDECAR = INVENTORY + "." + DIGEST;
    static final String ROOT_NAMASTE = "0=ocfl_1.1";
    static final String NAMASTE = "0=ocfl_object_1.1";
    static final byte[] NAMASTE_CONTENT = utf8("ocfl_object_1.1\n");

    /** Logical paths in every version of an object. */
    static final String PACK = "aip.zip";

    static final String INDEX = "aip.offsets.json";

    // Not under extensions/: ocfl-java refuses a storage root with an extension that it does not
    // know.
    /** Where a repair keeps what it moved out of an object. */
    static final String SET_ASIDE = "set-aside/";

    /** Names the bucket as it was when it became a storage root: another one has another name. */
    static final String IDENTITY = "store-identity.txt";

    private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,8})");
    private static final String LAYOUT = "0004-hashed-n-tuple-storage-layout";

    private Ocfl() {}

    /** Prefix of an object in the bucket, without the final slash. */
    static String objectRoot(String objectId) {
        String hex = Digests.sha256(utf8(objectId));
        return String.join("/", hex.substring(0, 3), hex.substring(3, 6), hex.substring(6, 9), hex);
    }

    /** Folder of a version, for example {@code v2}. */
    static String version(int number) {
        return "v" + number;
    }

    static boolean isVersion(String folder) {
        return VERSION.matcher(folder).matches();
    }

    /** Number of a version folder, 0 when it is none. */
    static int number(String folder) {
        Matcher matcher = VERSION.matcher(folder);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Content of a sidecar for these inventory bytes. */
    static byte[] sidecar(byte[] inventory) {
        return utf8(Digests.sha256(inventory) + " " + INVENTORY + "\n");
    }

    /** Files that make a bucket a storage root, in the order in which they are created. */
    static Map<String, byte[]> rootFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "extensions/" + LAYOUT + "/config.json",
                utf8(
                        """
                        {
                          "extensionName": "%s",
                          "digestAlgorithm": "sha256",
                          "tupleSize": 3,
                          "numberOfTuples": 3,
                          "shortObjectRoot": false
                        }
                        """
                                .formatted(LAYOUT)));
        files.put(
                "ocfl_layout.json",
                utf8(
                        """
                        {
                          "extension": "%s",
                          "description": "SHA-256 of the object id, three tuples of three hex digits, then the whole digest"
                        }
                        """
                                .formatted(LAYOUT)));
        files.put(ROOT_NAMASTE, utf8("ocfl_1.1\n"));
        return files;
    }

    /**
     * Makes the bucket a storage root with an identity; harmless where it is one.
     *
     * @throws IllegalStateException when the bucket is a storage root of another form
     */
    static void ensureRoot(ArchiveBucket bucket) throws IOException {
        for (Map.Entry<String, byte[]> file : rootFiles().entrySet()) {
            byte[] bytes = file.getValue();
            if (!bucket.create(file.getKey(), bytes, bytes.length, Digests.sha256(bytes))
                    && !java.util.Arrays.equals(bytes, Small.read(bucket, file.getKey()))) {
                throw new IllegalStateException(
                        "bucket of store "
                                + bucket.name()
                                + " is an OCFL storage root of another form: "
                                + file.getKey());
            }
        }
        ensureIdentity(bucket);
    }

    private static void ensureIdentity(ArchiveBucket bucket) throws IOException {
        byte[] identity = utf8(UUID.randomUUID() + "\n");
        bucket.create(IDENTITY, identity, identity.length, Digests.sha256(identity));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
