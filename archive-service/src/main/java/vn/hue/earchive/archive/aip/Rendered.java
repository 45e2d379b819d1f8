package vn.hue.earchive.archive.aip;

import java.util.Locale;

/**
 * An XML file of the package, written in memory (about 5 kB a document in all), because METS names
 * its size and digest.
 *
 * @param path in the package
 * @param sha256 lower-case hex
 */
record Rendered(String path, Bytes content, String sha256) {

    static Rendered of(String path, byte[] bytes) {
        return new Rendered(path, new Bytes(bytes), Digests.sha256(bytes));
    }

    String size() {
        return Integer.toString(content.length());
    }

    String checksum() {
        return sha256.toUpperCase(Locale.ROOT);
    }
}
