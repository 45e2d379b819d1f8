package vn.hue.earchive.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The archival package: its digest as a whole, and every file in it against the METS files. */
final class PackageCheck {

    private static final String METS = "METS.xml";
    private static final int MAX_METS = 64 << 20;
    private static final int MAX_FILES = 1_000_000;

    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, byte[]> mets = new HashMap<>();
    private final Map<String, String> stated = new HashMap<>();

    private PackageCheck() {}

    /**
     * What was found.
     *
     * @param sha256 of the whole package, lower-case hex
     * @param files all of which a METS file vouches for
     */
    record Result(String sha256, int files) {}

    /** Reads the package to its end, in one pass. */
    static Result of(InputStream in) throws IOException, Broken {
        MessageDigest whole = Hashes.sha256();
        DigestInputStream hashed = new DigestInputStream(in, whole);
        PackageCheck check = new PackageCheck();
        check.readFiles(hashed);
        hashed.transferTo(java.io.OutputStream.nullOutputStream());
        for (Map.Entry<String, byte[]> file : check.mets.entrySet()) {
            check.readMets(folder(file.getKey()), file.getValue());
        }
        check.compare();
        return new Result(Hashes.hex(whole.digest()), check.digests.size());
    }

    private void readFiles(InputStream in) throws IOException, Broken {
        try {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String name = entry.getName();
                MessageDigest digest = Hashes.sha256();
                if (name.endsWith("/" + METS)) {
                    byte[] content = zip.readNBytes(MAX_METS);
                    digest.update(content);
                    mets.put(name, content);
                }
                byte[] buffer = new byte[1 << 16];
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
                if (digests.put(name, Hashes.hex(digest.digest())) != null
                        || digests.size() > MAX_FILES) {
                    throw unreadable(null);
                }
            }
        } catch (java.util.zip.ZipException | IllegalArgumentException | java.io.EOFException e) {
            throw unreadable(e);
        }
    }

    /** Notes the digest of each {@code file} and {@code mdRef} under the path of the package. */
    private void readMets(String folder, byte[] content) throws Broken {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            @Nullable String checksum = null;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "file" -> checksum = checksum(xml);
                    case "FLocat" -> state(folder, xml, checksum);
                    case "mdRef" -> state(folder, xml, checksum(xml));
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private static @Nullable String checksum(XMLStreamReader xml) {
        return "SHA-256".equals(xml.getAttributeValue(null, "CHECKSUMTYPE"))
                ? xml.getAttributeValue(null, "CHECKSUM")
                : null;
    }

    private void state(String folder, XMLStreamReader xml, @Nullable String checksum) {
        String href = xml.getAttributeValue("http://www.w3.org/1999/xlink", "href");
        if (href != null && checksum != null) {
            stated.put(folder + href, checksum.toLowerCase(Locale.ROOT));
        }
    }

    private void compare() throws Broken {
        Set<String> unsaid = new HashSet<>(digests.keySet());
        for (Map.Entry<String, String> file : stated.entrySet()) {
            if (!file.getValue().equals(digests.get(file.getKey()))) {
                throw new Broken(
                        "Tệp trong gói bị thiếu hoặc khác với METS: " + file.getKey(),
                        "A file of the package is missing or not what METS says: " + file.getKey());
            }
            unsaid.remove(file.getKey());
        }
        // The topmost METS file is vouched for by the digest of the package.
        unsaid.removeIf(name ->
                name.indexOf('/') == name.length() - METS.length() - 1
                        && name.endsWith("/" + METS));
        if (!unsaid.isEmpty() || stated.isEmpty()) {
            throw new Broken(
                    "Gói có tệp mà METS không kê: " + unsaid,
                    "The package has files that no METS file lists: " + unsaid);
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static Broken unreadable(@Nullable Exception cause) {
        Broken broken = new Broken("Gói hồ sơ không đọc được", "The package cannot be read");
        if (cause != null) {
            broken.initCause(cause);
        }
        return broken;
    }
}
