package vn.hue.earchive.archive.store;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import vn.hue.earchive.archive.aip.Digests;

/** A digest over names and sizes: equal in every store that holds the same object. */
final class Listing {

    private Listing() {}

    /**
     * @param prefix what the keys begin with, which does not count
     */
    static String digest(String prefix, Collection<ArchiveBucket.Listed> files) {
        MessageDigest digest = Digests.sha256();
        files.stream()
                .sorted(Comparator.comparing(ArchiveBucket.Listed::key))
                .forEach(file ->
                        digest.update(
                                Ocfl.utf8(
                                        file.key().substring(prefix.length())
                                                + " "
                                                + file.size()
                                                + "\n")));
        return Digests.hex(digest.digest());
    }
}
