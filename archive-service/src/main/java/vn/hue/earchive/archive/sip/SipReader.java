package vn.hue.earchive.archive.sip;

import static vn.hue.earchive.archive.sip.SipCode.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one package: METS, the descriptions it names, and whether every file that is named is there
 * and every file that is there is named. Tolerant of prefixes, namespaces, upper and lower case and
 * the order of fields; strict about digests. Finds everything, not the first thing. Digests of the
 * documents themselves are compared when they are unpacked.
 */
final class SipReader {

    private static final int MAX_FINDINGS = 200;

    private final SipZip zip;
    private final String root;
    private final Set<SipFinding> findings = new LinkedHashSet<>();
    private final Set<String> listed = new HashSet<>();
    private boolean repealedForm;

    SipReader(SipZip zip, String root) {
        this.zip = zip;
        this.root = root;
    }

    SipReading read() throws IOException {
        @Nullable SipDossier dossier = null;
        try {
            dossier = dossier();
            unlisted();
        } catch (SipRefused e) {
            findings.add(e.finding());
        }
        return new SipReading(
                root,
                findings.isEmpty() ? dossier : null,
                findings.stream().limit(MAX_FINDINGS).toList());
    }

    private SipDossier dossier() throws IOException, SipRefused {
        ZipItem item = Objects.requireNonNull(zip.find(root + "METS.xml"));
        listed.add(item.name());
        MetsFile mets = mets(item, root);
        requireSip(mets.tree(), item);
        List<MetsFile> representations = representations(mets);
        List<SipDossier.Document> documents = new ArrayList<>();
        for (MetsFile each : representations.isEmpty() ? List.of(mets) : representations) {
            documents.addAll(new SipDocuments(this, each).read());
        }
        Map<String, String> fields = description(mets, SipReader::isDossier);
        if (fields == null) {
            throw SipRefused.at(EAD_NOT_FOUND, item.name());
        }
        return new SipDossier(
                root,
                mets.tree().attribute("objid"),
                creator(mets.tree(), true),
                creator(mets.tree(), false),
                !fields.containsKey("maintenance"),
                repealedForm,
                fields,
                documents);
    }

    private MetsFile mets(ZipItem item, String folder) throws IOException, SipRefused {
        XmlTree tree = zip.xml(item);
        if (!tree.name.equals("mets")) {
            throw SipRefused.at(METS_INVALID, item.name());
        }
        return new MetsFile(item, folder, tree);
    }

    private static void requireSip(XmlTree mets, ZipItem item) throws SipRefused {
        String type =
                mets.all("metshdr")
                        .map(header -> header.attribute("oaispackagetype"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("SIP");
        if (!Set.of("SIP", "AIP").contains(type.toUpperCase(Locale.ROOT))) {
            throw SipRefused.at(PACKAGE_TYPE_UNSUPPORTED, item.name(), type);
        }
    }

    /** The METS files of the representations; each is verified by the digest in the first. */
    private List<MetsFile> representations(MetsFile mets) throws IOException, SipRefused {
        List<MetsFile> found = new ArrayList<>();
        for (MetsFile.Reference reference : mets.references()) {
            ZipItem item = resolve(mets, reference);
            if (item == null || isContent(reference, item)) {
                continue;
            }
            verify(item, reference);
            String name = EntryName.key(item.name());
            if (!item.equals(mets.item()) && name.endsWith("/mets.xml")) {
                found.add(mets(item, item.name().substring(0, item.name().length() - 8)));
            }
        }
        return found;
    }

    /** Whether it is a document and not metadata, a schema or documentation. */
    static boolean isContent(MetsFile.Reference reference, ZipItem item) {
        return reference.isFile() && EntryName.key("/" + item.name()).contains("/data/");
    }

    /** The entry that a reference means; null, with a finding, when there is none. */
    @Nullable ZipItem resolve(MetsFile mets, MetsFile.Reference reference) {
        String href =
                reference.href().startsWith("./")
                        ? reference.href().substring(2)
                        : reference.href();
        if (href.matches("(?i)[a-z][a-z0-9+.-]*://.*") || href.endsWith(".fetch.txt")) {
            findings.add(SipFinding.of(CONTENT_BY_REFERENCE, href));
            return null;
        }
        for (String candidate : List.of(href, SipZip.decoded(href))) {
            for (String folder : List.of(mets.folder(), root)) {
                ZipItem item = zip.find(folder + candidate);
                if (item != null) {
                    listed.add(item.name());
                    return item;
                }
            }
        }
        findings.add(SipFinding.of(FILE_MISSING, mets.folder() + href));
        return null;
    }

    /** Size and digest of a metadata file. */
    void verify(ZipItem item, MetsFile.Reference reference) throws IOException {
        SipDigest digest = require(item, reference);
        if (digest != null) {
            try {
                zip.verify(item, digest);
            } catch (SipRefused e) {
                findings.add(e.finding());
            }
        }
    }

    /** What METS says of a file; null, with a finding, when that proves nothing or is wrong. */
    @Nullable SipDigest require(ZipItem item, MetsFile.Reference reference) {
        String size = reference.size();
        if (size != null && !size.equals(Long.toString(item.size()))) {
            findings.add(SipFinding.of(FILE_SIZE_MISMATCH, item.name(), size, item.size()));
            return null;
        }
        SipDigest digest = reference.digest();
        if (digest == null) {
            findings.add(SipFinding.of(FILE_DIGEST_UNUSABLE, item.name()));
        }
        return digest;
    }

    private @Nullable Map<String, String> description(
            MetsFile mets, Predicate<Map<String, String>> wanted) throws IOException, SipRefused {
        for (MetsFile.Reference reference : mets.references()) {
            ZipItem item = reference.isFile() ? null : zip.find(mets.folder() + reference.href());
            if (item != null && EntryName.key(item.name()).endsWith(".xml")) {
                Map<String, String> fields = fields(item);
                if (wanted.test(fields)) {
                    return fields;
                }
            }
        }
        return null;
    }

    private static boolean isDossier(Map<String, String> fields) {
        return fields.containsKey("title")
                && (fields.containsKey("filecode") || fields.containsKey("arcfilecode"));
    }

    /** The fields of a description: every element without children, by its name. */
    Map<String, String> fields(ZipItem item) throws IOException, SipRefused {
        Map<String, String> fields = new LinkedHashMap<>();
        zip.xml(item)
                .all()
                .filter(element -> element.children.isEmpty())
                .forEach(element -> {
                    String value = element.text();
                    if (value != null) {
                        fields.putIfAbsent(element.name, value);
                    }
                });
        if (RepealedForm.describes(fields)) {
            repealedForm = true;
            return RepealedForm.translate(fields);
        }
        return fields;
    }

    void found(SipFinding finding) {
        findings.add(finding);
    }

    private void unlisted() {
        for (ZipItem item : zip.items()) {
            if (item.name().startsWith(root) && !listed.contains(item.name())) {
                findings.add(SipFinding.of(FILE_UNLISTED, item.name()));
            }
        }
    }

    private static @Nullable String creator(XmlTree mets, boolean code) {
        return mets.all("agent")
                .filter(agent -> "CREATOR".equalsIgnoreCase(agent.attribute("role")))
                .filter(agent -> "ORGANIZATION".equalsIgnoreCase(agent.attribute("type")))
                .flatMap(agent -> agent.all(code ? "note" : "name"))
                .map(XmlTree::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
