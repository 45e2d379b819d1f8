package vn.hue.earchive.archive.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package as another system sends it, lawful unless a test spoils it. */
public final class TestSip {

    private static final Random RANDOM = new Random(20261128);

    public final String fileCode;
    public final Map<String, String> dossier = new LinkedHashMap<>();
    public final List<Map<String, String>> documents = new ArrayList<>();
    public final List<byte[]> contents = new ArrayList<>();
    public String type = "SIP";
    private final String folder;
    private boolean loose;

    /**
     * @param folder of the package in the ZIP with a slash at its end, or nothing
     */
    public TestSip(String agencyCode, String folder) {
        this.folder = folder;
        this.fileCode = agencyCode + ".2025." + (100000 + RANDOM.nextInt(899999)) + "-VP";
        dossier.put("fileCode", fileCode);
        dossier.put("title", "Hồ sơ kế hoạch công tác văn thư năm 2025");
        dossier.put("maintenance", "01");
        dossier.put("mode", "01");
        dossier.put("language", "01");
        dossier.put("startDate", "01/04/2025");
        dossier.put("endDate", "05/12/2025");
        dossier.put("keyword", "văn thư");
        dossier.put("totalDoc", "2");
        dossier.put("confidenceLevel", "01");
        dossier.put("riskRecovery", "1");
        dossier.put("riskRecoveryStatus", "02");
        dossier.put("description", "Người lập hồ sơ: công chức Văn thư. Hồ sơ thử.");
        document();
        document();
    }

    private void document() {
        Map<String, String> document = new LinkedHashMap<>();
        int ordinal = documents.size() + 1;
        document.put("docId", "H57.21.2025." + ordinal);
        document.put("docCode", "%s.%07d".formatted(fileCode, ordinal));
        document.put("maintenance", "01");
        document.put("typeName", "03");
        document.put("codeNumber", "05");
        document.put("codeNotation", "CT-UBND");
        document.put("issuedDate", "0" + ordinal + "/05/2025");
        document.put("organName", "Ủy ban nhân dân thành phố Huế");
        document.put("subject", "Về lập hồ sơ điện tử");
        document.put("language", "01");
        document.put("numberOfPage", "1");
        document.put("mode", "01");
        document.put("confidenceLevel", "01");
        documents.add(document);
        byte[] content = new byte[20_000 + RANDOM.nextInt(1000)];
        RANDOM.nextBytes(content);
        byte[] head = "%PDF-1.6\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, head.length);
        byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(end, 0, content, content.length - end.length, end.length);
        contents.add(content);
    }

    /** A lot of loose documents, SIP_tailieu. */
    public TestSip loose() {
        loose = true;
        dossier.keySet().retainAll(List.of("fileCode", "title", "totalDoc", "description"));
        dossier.put("source", "1");
        return this;
    }

    /** One photo more, with a description as EAD_pic has it. */
    public TestSip photo() {
        Map<String, String> photo = new LinkedHashMap<>();
        photo.put("docCode", "%s.%07d".formatted(fileCode, documents.size() + 1));
        photo.put("maintenance", "01");
        photo.put("typePic", "02");
        photo.put("archivesNumber", "A.12");
        photo.put("eventName", "Hội nghị tổng kết năm 2025");
        photo.put("imageTitle", "Đại biểu dự hội nghị");
        photo.put("photographer", "Nguyễn Văn An");
        photo.put("photoTime", "05/12/2025");
        photo.put("colour", "01");
        photo.put("docAttached", "0");
        photo.put("mode", "01");
        documents.add(photo);
        byte[] content = new byte[9_000];
        RANDOM.nextBytes(content);
        byte[] head = HexFormat.of().parseHex("ffd8ffe000104a46494600010101004800480000");
        System.arraycopy(head, 0, content, 0, head.length);
        content[8_998] = (byte) 0xff;
        content[8_999] = (byte) 0xd9;
        contents.add(content);
        return this;
    }

    /** The same dossier as Circular 02/2019 described it. */
    public TestSip repealedForm() {
        for (Map<String, String> fields : concat()) {
            fields.remove("fileCode");
            fields.remove("docCode");
            fields.put("organId", "000.00.21.H57");
            fields.put("fileCatalog", "2025");
            fields.put("fileNotation", fileCode.substring(fileCode.lastIndexOf('.') + 1));
            fields.put("language", "Tiếng Việt");
            fields.put("confidenceLevel", "Gốc điện tử");
            fields.put("maintenance", "Vĩnh viễn");
            fields.remove("mode");
        }
        dossier.put("rights", "Công khai");
        dossier.put("docTotal", dossier.remove("totalDoc"));
        for (int at = 0; at < documents.size(); at++) {
            Map<String, String> document = documents.get(at);
            document.put("docOrdinal", String.valueOf(at + 1));
            document.put("typeName", "Chỉ thị");
            document.put("pageAmount", document.remove("numberOfPage"));
            document.put("mode", "Công khai");
        }
        return this;
    }

    private List<Map<String, String>> concat() {
        List<Map<String, String>> all = new ArrayList<>(documents);
        all.add(dossier);
        return all;
    }

    public String fileName(int at) {
        boolean picture = contents.get(at)[0] == (byte) 0xff;
        return "%s.%07d.%s".formatted(fileCode, at + 1, picture ? "jpg" : "pdf");
    }

    /** The files of the package by name, METS files last. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metadata/descriptive/EAD.xml", description(dossier));
        files.put("schemas/EAD.xsd", "<schema/>".getBytes(StandardCharsets.UTF_8));
        String rep = "representations/rep1/";
        StringBuilder sections = new StringBuilder();
        StringBuilder data = new StringBuilder();
        for (int at = 0; at < documents.size(); at++) {
            String ead = "metadata/descriptive/EAD_doc_" + (at + 1) + ".xml";
            byte[] description = description(documents.get(at));
            files.put(rep + ead, description);
            files.put(rep + "data/" + fileName(at), contents.get(at));
            sections.append(section("doc-" + at, ead, description));
            data.append(
                    file(
                            "f-" + at,
                            " DMDID=\"doc-" + at + "\"",
                            "data/" + fileName(at),
                            contents.get(at)));
        }
        byte[] repMets =
                mets(
                        "rep1",
                        sections
                                + "<fileSec><fileGrp USE=\"Data\">"
                                + data
                                + "</fileGrp></fileSec>");
        files.put(rep + "METS.xml", repMets);
        files.put(
                "METS.xml",
                mets(
                        "uuid-" + new java.util.UUID(RANDOM.nextLong(), RANDOM.nextLong()),
                        section(
                                        "ead",
                                        "metadata/descriptive/EAD.xml",
                                        files.get("metadata/descriptive/EAD.xml"))
                                + "<fileSec><fileGrp USE=\"Schemas\">"
                                + file("s", "", "schemas/EAD.xsd", files.get("schemas/EAD.xsd"))
                                + "</fileGrp><fileGrp USE=\"Representations/rep1\">"
                                + file("r", "", rep + "METS.xml", repMets)
                                + "</fileGrp></fileSec>"));
        return files;
    }

    public byte[] zip() {
        return zip(files());
    }

    public byte[] zip(Map<String, byte[]> files) {
        return zipOf(inFolder(files));
    }

    public Map<String, byte[]> inFolder(Map<String, byte[]> files) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        files.forEach((name, bytes) -> named.put(folder + name, bytes));
        return named;
    }

    public static byte[] zipOf(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] mets(String objId, String body) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <m:mets xmlns:m="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" \
        xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS" OBJID="%s" TYPE="%s">
        <m:metsHdr csip:OAISPACKAGETYPE="%s"><m:agent ROLE="CREATOR" TYPE="ORGANIZATION">\
        <m:name>Ủy ban nhân dân phường</m:name><m:note>H57.21</m:note></m:agent></m:metsHdr>
        %s</m:mets>\
        """
                .formatted(objId, loose ? "Collection" : "Mixed", type, body)
                .replace("<fileSec", "<m:fileSec")
                .replace("</fileSec", "</m:fileSec")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String section(String id, String href, byte[] bytes) {
        return "<dmdSec ID=\"%s\"><mdRef LOCTYPE=\"URL\" xlink:href=\"%s\" %s/></dmdSec>"
                .formatted(id, href, digest(bytes));
    }

    private static String file(String id, String more, String href, byte[] bytes) {
        return "<file ID=\"%s\"%s %s MIMETYPE=\"%s\"><FLocat LOCTYPE=\"URL\" xlink:href=\"%s\"/></file>"
                .formatted(
                        id,
                        more,
                        digest(bytes),
                        href.endsWith(".jpg") ? "image/jpeg" : "application/pdf",
                        href);
    }

    private static String digest(byte[] bytes) {
        return "SIZE=\"%d\" CHECKSUM=\"%s\" CHECKSUMTYPE=\"SHA-256\""
                .formatted(bytes.length, sha256(bytes).toUpperCase(Locale.ROOT));
    }

    private static byte[] description(Map<String, String> fields) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><simpledc>");
        fields.forEach((name, value) -> xml.append("<%s>%s</%s>".formatted(name, value, name)));
        return xml.append("</simpledc>").toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
