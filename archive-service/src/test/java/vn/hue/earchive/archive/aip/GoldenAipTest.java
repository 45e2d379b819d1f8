package vn.hue.earchive.archive.aip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * The package that is built from the golden dossier has the files, elements, attributes, order and
 * values of the golden package. Only ids (which are names of places), digests and sizes of XML that
 * contains such ids, and the values listed in {@link #KNOWN_DIFFERENCES} may differ.
 *
 * <p>Red when an element is left out or moved in any writer, a date changes its form, a digest is
 * written in lower case, or a file gets another name.
 */
class GoldenAipTest {

    /** Fields that the manifest does not carry, and sentences that name another source. */
    private static final List<String> KNOWN_DIFFERENCES =
            List.of(
                    "/simpledc/format = 01",
                    "/simpledc/inforSign = VTLT",
                    "eventDetail = Tạo AIP từ ",
                    "eventDetail = Tính mã băm SHA-256, khớp với mã băm ",
                    "eventDateTime = 2026-11-22T22:30:00.000+07:00");

    @Test
    void isTheGoldenPackageInStructureAndValues() throws Exception {
        Map<String, byte[]> built = unzip(build());

        assertThat(built.keySet())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(goldenPaths()));
        List<String> differences = new ArrayList<>();
        for (String path : goldenPaths()) {
            byte[] golden = golden(path);
            byte[] ours = java.util.Objects.requireNonNull(built.get(path));
            if (!path.endsWith(".xml")) {
                assertThat(ours).as(path).isEqualTo(golden);
                continue;
            }
            List<String> expected = lines(golden);
            List<String> actual = lines(ours);
            assertThat(actual).as(path).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                if (!expected.get(i).equals(actual.get(i))) {
                    differences.add(path + ": " + expected.get(i) + " | " + actual.get(i));
                }
            }
        }
        assertThat(differences)
                .allSatisfy(
                        d -> assertThat(KNOWN_DIFFERENCES).anyMatch(known -> d.contains(known)));
    }

    @Test
    void isTheSameByteForByteWhenBuiltAgain() throws Exception {
        assertThat(build()).isEqualTo(build());
    }

    @Test
    void refusesFilesThatAreNotWhatTheManifestSays() {
        GoldenDossier dossier = GoldenDossier.load();
        for (FileMismatch.Kind kind : List.of(FileMismatch.Kind.SHA256, FileMismatch.Kind.SIZE)) {
            FileSource spoilt =
                    new FileSource() {
                        @Override
                        public InputStream open(
                                vn.hue.earchive.document.events.SubmissionManifest.File file) {
                            byte[] bytes = dossier.bytes(file).clone();
                            if (kind == FileMismatch.Kind.SIZE) {
                                return new ByteArrayInputStream(bytes, 0, bytes.length - 1);
                            }
                            bytes[7] ^= 1;
                            return new ByteArrayInputStream(bytes);
                        }

                        @Override
                        public AipChecks checks() {
                            throw new AssertionError("no verdict is asked for on bad bytes");
                        }
                    };
            org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                            BuildAip.withVersion("0.1.0")
                                    .write(
                                            dossier.description(),
                                            spoilt,
                                            new ByteArrayOutputStream()))
                    .isInstanceOfSatisfying(
                            FileMismatch.class, m -> assertThat(m.kind()).isEqualTo(kind));
        }
    }

    static byte[] build() throws IOException {
        GoldenDossier dossier = GoldenDossier.load();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BuildAip.withVersion("0.1.0").write(dossier.description(), dossier, out);
        return out.toByteArray();
    }

    /** Files of a package by path, without the top folder. */
    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                String folder = GoldenDossier.OBJ_ID.replace(':', '_') + "/";
                assertThat(entry.getName()).startsWith(folder);
                files.put(entry.getName().substring(folder.length()), in.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> lines(byte[] xml) throws Exception {
        String text =
                new String(xml, StandardCharsets.UTF_8)
                        .replaceAll("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", "UUID");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        Element root =
                factory.newDocumentBuilder()
                        .parse(new InputSource(new java.io.StringReader(text)))
                        .getDocumentElement();
        List<String> lines = new ArrayList<>();
        walk("", root, lines);
        return lines;
    }

    private static void walk(String parent, Element element, List<String> lines) {
        String path = parent + "/" + element.getNodeName();
        lines.add(path);
        boolean xmlFile = element.getAttribute("MIMETYPE").equals("application/xml");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String name = attribute.getNodeName();
            String value = attribute.getNodeValue();
            if (xmlFile && name.equals("CHECKSUM")) {
                value = value.replaceAll("[0-9A-F]", "F");
            } else if (xmlFile && name.equals("SIZE")) {
                value = value.replaceAll("[0-9]+", "9");
            }
            lines.add(path + "/@" + name + " = " + value);
        }
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                leaf = false;
                walk(path, nested, lines);
            }
        }
        if (leaf) {
            lines.add(path + " = " + element.getTextContent());
        }
    }

    private static List<String> goldenPaths() throws IOException {
        java.nio.file.Path root =
                java.nio.file.Path.of(
                        java.util.Objects.requireNonNull(
                                        GoldenAipTest.class.getResource(GoldenDossier.FOLDER))
                                .getPath());
        try (var paths = java.nio.file.Files.walk(root)) {
            return paths.filter(java.nio.file.Files::isRegularFile)
                    .map(p -> root.relativize(p).toString())
                    .toList();
        }
    }

    private static byte[] golden(String path) throws IOException {
        try (InputStream in =
                GoldenAipTest.class.getResourceAsStream(GoldenDossier.FOLDER + path)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }
}
