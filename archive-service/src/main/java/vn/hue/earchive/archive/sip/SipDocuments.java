package vn.hue.earchive.archive.sip;

import static vn.hue.earchive.archive.sip.SipCode.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one representation: each description with its files. A file belongs to the
 * description that {@code DMDID} of the file names, else to that of the division of the structural
 * map it stands in, else to the one whose {@code docCode} its name begins with.
 */
final class SipDocuments {

    private final SipReader reader;
    private final MetsFile mets;
    private final Map<String, SipDossier.Document> byId = new LinkedHashMap<>();
    private final Map<String, String> descriptionOfFile = new HashMap<>();
    private final Set<String> attachments = new HashSet<>();

    SipDocuments(SipReader reader, MetsFile mets) {
        this.reader = reader;
        this.mets = mets;
    }

    List<SipDossier.Document> read() throws IOException, SipRefused {
        descriptions();
        mets.tree().all("structmap").forEach(map -> structure(map, null, false));
        for (MetsFile.Reference reference : mets.files().toList()) {
            file(reference);
        }
        byId.values().forEach(document -> document.files().sort(mainFirst()));
        return List.copyOf(byId.values());
    }

    private static Comparator<SipFile> mainFirst() {
        return Comparator.comparingInt(
                file -> List.of("MAIN", "ATTACHMENT", "PROCESS_TRACE").indexOf(file.role()));
    }

    private void descriptions() throws IOException, SipRefused {
        for (MetsFile.Reference reference : mets.references()) {
            if (reference.isFile()) {
                continue;
            }
            ZipItem item = reader.resolve(mets, reference);
            if (item == null) {
                continue;
            }
            reader.verify(item, reference);
            String id = reference.section().attribute("id");
            if (!reference.section().name.equals("dmdsec") || id == null) {
                continue;
            }
            Map<String, String> fields = reader.fields(item);
            if (fields.containsKey("doccode") || fields.containsKey("arcdoccode")) {
                SipDossier.Kind kind = kind(fields);
                if (kind == null) {
                    reader.found(SipFinding.of(ITEM_KIND_UNSUPPORTED, item.name()));
                } else {
                    byId.put(
                            id,
                            new SipDossier.Document(kind, item.name(), fields, new ArrayList<>()));
                }
            }
        }
    }

    /** By the field that each kind cannot do without (domain.md 2.4, 2.6). */
    private static SipDossier.@Nullable Kind kind(Map<String, String> fields) {
        if (fields.containsKey("subject")) {
            return SipDossier.Kind.DOCUMENT;
        }
        if (fields.containsKey("imagetitle")) {
            return SipDossier.Kind.PICTURE;
        }
        return fields.containsKey("movietitle") ? SipDossier.Kind.RECORDING : null;
    }

    private void structure(XmlTree division, @Nullable String above, boolean attached) {
        String description = above;
        List<String> known =
                MetsFile.ids(division.attribute("dmdid")).stream()
                        .filter(byId::containsKey)
                        .toList();
        if (known.size() == 1) {
            description = known.getFirst();
        }
        boolean attachment = attached || MetsFile.isAttachment(division);
        for (XmlTree child : division.children) {
            String file = child.attribute("fileid");
            if (child.name.equals("fptr") && file != null) {
                if (description != null) {
                    descriptionOfFile.putIfAbsent(file, description);
                }
                if (attachment) {
                    attachments.add(file);
                }
            } else if (child.name.equals("div")) {
                structure(child, description, attachment);
            }
        }
    }

    private void file(MetsFile.Reference reference) throws IOException {
        ZipItem item = reader.resolve(mets, reference);
        if (item == null) {
            return;
        }
        if (!SipReader.isContent(reference, item)) {
            reader.verify(item, reference);
            return;
        }
        SipDigest digest = reader.require(item, reference);
        SipDossier.Document document = documentOf(reference, item);
        if (document == null) {
            reader.found(SipFinding.of(FILE_WITHOUT_DESCRIPTION, item.name()));
        } else if (digest != null) {
            document.files()
                    .add(
                            new SipFile(
                                    item,
                                    role(reference, item, document),
                                    reference.described().attribute("mimetype"),
                                    digest));
        }
    }

    private SipDossier.@Nullable Document documentOf(MetsFile.Reference reference, ZipItem item) {
        for (String id : MetsFile.ids(reference.section().attribute("dmdid"))) {
            if (byId.containsKey(id)) {
                return byId.get(id);
            }
        }
        String file = reference.section().attribute("id");
        String description = file == null ? null : descriptionOfFile.get(file);
        if (description != null) {
            return byId.get(description);
        }
        String name = item.name().substring(item.name().lastIndexOf('/') + 1);
        return byId.values().stream()
                .filter(document -> {
                    String code = document.fields().get("doccode");
                    return code != null && name.startsWith(code + ".");
                })
                .findFirst()
                .orElse(null);
    }

    private String role(MetsFile.Reference reference, ZipItem item, SipDossier.Document document) {
        if (EntryName.key(item.name()).matches(".*\\.process\\.[a-z0-9]+")) {
            return "PROCESS_TRACE";
        }
        String id = reference.section().attribute("id");
        boolean main = document.files().stream().anyMatch(file -> file.role().equals("MAIN"));
        return main || (id != null && attachments.contains(id)) ? "ATTACHMENT" : "MAIN";
    }
}
