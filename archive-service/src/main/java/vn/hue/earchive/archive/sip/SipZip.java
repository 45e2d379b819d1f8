package vn.hue.earchive.archive.sip;

import static vn.hue.earchive.archive.sip.SipCode.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ZIP whose directory was found harmless, and the packages in it. */
public final class SipZip {

    private static final int BUFFER = 65536;
    private static final int DEEPEST_PACKAGE = 2;

    private final PackageBytes bytes;
    private final SipLimits limits;
    private final List<ZipItem> items;
    private final Map<String, ZipItem> byKey = new HashMap<>();

    private SipZip(PackageBytes bytes, SipLimits limits, List<ZipItem> items) {
        this.bytes = bytes;
        this.limits = limits;
        this.items = items;
        items.forEach(item -> byKey.put(EntryName.key(item.name()), item));
    }

    /**
     * @throws SipRefused with a code of the kind ZIP_…
     */
    public static SipZip open(PackageBytes bytes, SipLimits limits) throws SipRefused, IOException {
        return new SipZip(bytes, limits, ZipDirectory.read(bytes, limits));
    }

    /**
     * The packages, each read by itself, so that one that is broken does not spoil the others.
     *
     * @throws SipRefused METS_MISSING when there is none; FILE_UNLISTED for a file beside them
     */
    public List<SipReading> packages() throws SipRefused, IOException {
        List<String> roots = roots();
        if (roots.isEmpty()) {
            throw SipRefused.of(METS_MISSING);
        }
        for (ZipItem item : items) {
            if (roots.stream().noneMatch(item.name()::startsWith)) {
                throw SipRefused.at(FILE_UNLISTED, item.name());
            }
        }
        List<SipReading> readings = new ArrayList<>();
        for (String root : roots) {
            readings.add(new SipReader(this, root).read());
        }
        return readings;
    }

    /** Folders with a METS.xml that belongs to no package above them. */
    private List<String> roots() {
        List<String> roots = new ArrayList<>();
        items.stream()
                .filter(item -> EntryName.key(item.name()).matches("(.*/)?mets\\.xml"))
                .map(item -> item.name().substring(0, item.name().length() - "METS.xml".length()))
                .filter(root -> root.chars().filter(c -> c == '/').count() <= DEEPEST_PACKAGE)
                .filter(root -> !(EntryName.key("/" + root) + "/").contains("/representations/"))
                .sorted(Comparator.comparingInt(String::length))
                .forEach(root -> {
                    if (roots.stream().noneMatch(root::startsWith)) {
                        roots.add(root);
                    }
                });
        return roots;
    }

    List<ZipItem> items() {
        return items;
    }

    /** The entry of this name, or of one that differs in case or composition; null if none. */
    @Nullable ZipItem find(String name) {
        return byKey.get(EntryName.key(name));
    }

    /** The unpacked bytes; the caller closes it. */
    public InputStream open(ZipItem item) throws IOException, SipRefused {
        return ZipContent.open(bytes, item);
    }

    /** A metadata file. */
    XmlTree xml(ZipItem item) throws IOException, SipRefused {
        if (item.size() > limits.xmlBytes()) {
            throw SipRefused.at(XML_TOO_LARGE, item.name());
        }
        try (InputStream in = open(item)) {
            return XmlTree.parse(in.readAllBytes(), item.name());
        } catch (ZipContent.Damaged e) {
            throw SipRefused.at(ZIP_ENTRY_DAMAGED, item.name());
        }
    }

    /** Whether the bytes are those of the digest. */
    void verify(ZipItem item, SipDigest digest) throws IOException, SipRefused {
        MessageDigest counted = digest.begin();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = open(item)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                counted.update(buffer, 0, read);
            }
        } catch (ZipContent.Damaged e) {
            throw SipRefused.at(ZIP_ENTRY_DAMAGED, item.name());
        }
        if (!digest.matches(counted)) {
            throw SipRefused.at(FILE_DIGEST_MISMATCH, item.name());
        }
    }

    /** A reference of METS without its escapes. */
    static String decoded(String href) {
        try {
            return java.net.URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return href;
        }
    }
}
