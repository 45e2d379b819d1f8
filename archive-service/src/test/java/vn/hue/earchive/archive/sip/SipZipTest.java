package vn.hue.earchive.archive.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a package, and with which code everything else is refused. */
class SipZipTest {

    private static final SipLimits LIMITS = new SipLimits(200, 5_000_000, 8_000_000, 100, 100_000);

    private final TestSip sip = new TestSip("H57.21", "goi/");

    /** Red when prefixes, order of fields or the folder of the package matter. */
    @Test
    void readsTheDossierItsDocumentsAndTheirFiles() throws Exception {
        SipDossier dossier = dossier(sip.zip());

        assertThat(dossier.root()).isEqualTo("goi/");
        assertThat(dossier.fields())
                .containsEntry("filecode", sip.fileCode)
                .containsEntry("startdate", "01/04/2025");
        assertThat(dossier.creatorCode()).isEqualTo("H57.21");
        assertThat(dossier.documents())
                .extracting(document -> document.fields().get("doccode"))
                .containsExactly(sip.fileCode + ".0000001", sip.fileCode + ".0000002");
        assertThat(dossier.documents().getFirst().files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo(sip.fileName(0));
                    assertThat(file.role()).isEqualTo("MAIN");
                });
    }

    /** Red when one broken package takes its neighbours with it. */
    @Test
    void readsEachPackageOfAZipByItself() throws Exception {
        TestSip good = new TestSip("H57.21", "tot/");
        Map<String, byte[]> both = new LinkedHashMap<>(good.inFolder(good.files()));
        Map<String, byte[]> broken = sip.files();
        broken.remove("schemas/EAD.xsd");
        both.putAll(sip.inFolder(broken));

        List<SipReading> readings = SipZip.open(bytes(TestSip.zipOf(both)), LIMITS).packages();

        assertThat(readings)
                .filteredOn(reading -> reading.root().equals("tot/"))
                .allSatisfy(reading -> assertThat(reading.dossier()).isNotNull());
        assertThat(readings)
                .filteredOn(reading -> reading.root().equals("goi/"))
                .allSatisfy(reading -> {
                    assertThat(reading.dossier()).isNull();
                    assertThat(reading.findings())
                            .extracting(SipFinding::code)
                            .containsExactly(SipCode.FILE_MISSING);
                });
    }

    static Stream<Arguments> hostileZips() {
        return Stream.of(
                argumentSet("no ZIP", SipCode.ZIP_TRUNCATED, bytes(zip -> new byte[100])),
                argumentSet(
                        "the last bytes are missing",
                        SipCode.ZIP_TRUNCATED,
                        bytes(zip -> Arrays.copyOf(zip, zip.length - 5))),
                argumentSet(
                        "the first bytes are missing",
                        SipCode.ZIP_DAMAGED,
                        bytes(zip -> Arrays.copyOfRange(zip, 5, zip.length))),
                argumentSet(
                        "something is hidden behind the end",
                        SipCode.ZIP_TRUNCATED,
                        bytes(zip -> Arrays.copyOf(zip, zip.length + 5))),
                argumentSet("encrypted", SipCode.ZIP_ENCRYPTED, directory(8, 1)),
                argumentSet("method bzip2", SipCode.ZIP_METHOD_UNSUPPORTED, directory(10, 12)),
                argumentSet("symbolic link", SipCode.ZIP_LINK, bytes(SipZipTest::link)),
                argumentSet(
                        "entries share bytes",
                        SipCode.ZIP_ENTRIES_OVERLAP,
                        bytes(SipZipTest::overlap)),
                argumentSet("parent folder", SipCode.ZIP_NAME_UNSAFE, named("goi/../../x")),
                argumentSet("absolute", SipCode.ZIP_NAME_UNSAFE, named("/etc/passwd")),
                argumentSet("drive", SipCode.ZIP_NAME_UNSAFE, named("C:/x")),
                argumentSet("backslash", SipCode.ZIP_NAME_UNSAFE, named("goi\\x")),
                argumentSet("empty folder name", SipCode.ZIP_NAME_UNSAFE, named("goi//x")),
                argumentSet("control character", SipCode.ZIP_NAME_UNSAFE, named("goi/a\nb")),
                argumentSet(
                        "direction override", SipCode.ZIP_NAME_UNSAFE, named("goi/a\u202efdp.exe")),
                argumentSet("zero width", SipCode.ZIP_NAME_UNSAFE, named("goi/a\u200bb")),
                argumentSet(
                        "the same but for case", SipCode.ZIP_NAME_DUPLICATE, named("goi/mets.XML")),
                argumentSet(
                        "the same but for composition",
                        SipCode.ZIP_NAME_DUPLICATE,
                        bytes(zip ->
                                TestSip.zipOf(
                                        Map.of(
                                                "h\u1ed3",
                                                new byte[1],
                                                "ho\u0302\u0300",
                                                new byte[1])))),
                argumentSet(
                        "a file that is a folder",
                        SipCode.ZIP_NAME_DUPLICATE,
                        named("goi/METS.xml/x")),
                argumentSet(
                        "too many entries", SipCode.ZIP_TOO_MANY_ENTRIES, bytes(SipZipTest::many)),
                argumentSet("one file too large", SipCode.ZIP_ENTRY_TOO_LARGE, zeros(6_000_000, 1)),
                argumentSet("ratio of a bomb", SipCode.ZIP_RATIO_EXCEEDED, zeros(1_000_000, 1)),
                argumentSet("all too large", SipCode.ZIP_TOTAL_TOO_LARGE, noise(1_000_000, 9)),
                argumentSet(
                        "no package",
                        SipCode.METS_MISSING,
                        bytes(zip -> TestSip.zipOf(Map.of("a", new byte[1])))),
                argumentSet("a file beside the package", SipCode.FILE_UNLISTED, named("khac.txt")));
    }

    /**
     * Red when one of the checks of {@link ZipDirectory} or {@link EntryName} is left out (shown
     * for size, sum, number, ratio, overlap, encryption, links, names and duplicates, one by one);
     * each case takes less than five seconds and the memory of the directory.
     */
    @ParameterizedTest
    @MethodSource("hostileZips")
    void refusesHostileZips(SipCode code, UnaryOperator<byte[]> spoil) {
        byte[] zip = spoil.apply(sip.zip());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThatThrownBy(() -> SipZip.open(bytes(zip), LIMITS).packages())
                                .isInstanceOfSatisfying(
                                        SipRefused.class,
                                        e -> assertThat(e.finding().code()).isEqualTo(code)));
    }

    interface Spoil {
        void files(Map<String, byte[]> files);
    }

    static Stream<Arguments> brokenPackages() {
        String rep = "representations/rep1/";
        return Stream.of(
                broken(
                        "a file is missing",
                        SipCode.FILE_MISSING,
                        files -> files.remove("schemas/EAD.xsd")),
                broken(
                        "a file too many",
                        SipCode.FILE_UNLISTED,
                        files -> files.put("them.exe", new byte[3])),
                broken(
                        "a document too many",
                        SipCode.FILE_UNLISTED,
                        files -> files.put(rep + "data/them.pdf", new byte[3])),
                broken(
                        "another schema of the same size",
                        SipCode.FILE_DIGEST_MISMATCH,
                        files -> files.put("schemas/EAD.xsd", text("<schemo/>"))),
                broken(
                        "another size",
                        SipCode.FILE_SIZE_MISMATCH,
                        files -> files.put("schemas/EAD.xsd", text("<schema />"))),
                broken(
                        "no METS",
                        SipCode.METS_INVALID,
                        files -> files.put("METS.xml", text("<x/>"))),
                broken(
                        "METS cut off",
                        SipCode.XML_MALFORMED,
                        files -> files.put("METS.xml", text("<mets>"))),
                broken(
                        "METS of a DIP",
                        SipCode.PACKAGE_TYPE_UNSUPPORTED,
                        files -> replace(files, "METS.xml", "=\"SIP\"", "=\"DIP\"")),
                broken(
                        "weak digest",
                        SipCode.FILE_DIGEST_UNUSABLE,
                        files -> replace(files, "METS.xml", "SHA-256", "MD5")),
                broken(
                        "content elsewhere",
                        SipCode.CONTENT_BY_REFERENCE,
                        files ->
                                replace(
                                        files,
                                        "METS.xml",
                                        "schemas/EAD.xsd",
                                        "http://127.0.0.1/x")),
                broken(
                        "a reference that leaves the package",
                        SipCode.FILE_MISSING,
                        files -> replace(files, "METS.xml", "schemas/EAD.xsd", "../../etc/passwd")),
                broken(
                        "external entity in METS",
                        SipCode.XML_DTD_REFUSED,
                        files ->
                                doctype(
                                        files,
                                        "<!DOCTYPE mets [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
                broken(
                        "entities that multiply",
                        SipCode.XML_DTD_REFUSED,
                        files ->
                                doctype(
                                        files,
                                        "<!DOCTYPE mets [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")),
                broken(
                        "document type elsewhere",
                        SipCode.XML_DTD_REFUSED,
                        files ->
                                doctype(
                                        files,
                                        "<!DOCTYPE mets SYSTEM \"http://127.0.0.1/x.dtd\">")),
                broken(
                        "XML without end",
                        SipCode.XML_TOO_LARGE,
                        files -> files.put("METS.xml", text("<a>".repeat(20_000)))),
                broken(
                        "XML too large",
                        SipCode.XML_TOO_LARGE,
                        files -> files.put("METS.xml", noiseOf(200_000))),
                broken(
                        "a document without description",
                        SipCode.FILE_WITHOUT_DESCRIPTION,
                        files -> {
                            replace(files, rep + "METS.xml", "DMDID=\"doc-1\"", "DMDID=\"khong\"");
                            replace(
                                    files,
                                    rep + "metadata/descriptive/EAD_doc_2.xml",
                                    ".0000002",
                                    ".0000009");
                        }));
    }

    /**
     * Red when one of the checks of {@link SipReader} or {@link XmlTree} is left out (shown for
     * unlisted files, digest, size, weak digest, type, document type, depth and size of XML).
     */
    @ParameterizedTest
    @MethodSource("brokenPackages")
    void refusesBrokenPackages(SipCode code, Spoil spoil) throws Exception {
        Map<String, byte[]> files = sip.files();
        spoil.files(files);

        SipReading reading = SipZip.open(bytes(sip.zip(files)), LIMITS).packages().getFirst();

        assertThat(reading.dossier()).isNull();
        assertThat(reading.findings()).extracting(SipFinding::code).contains(code);
    }

    /** Red when more bytes come out than the directory announced (shown). */
    @Test
    void givesOutNoMoreThanTheDirectoryAnnounced() throws Exception {
        byte[] zip = TestSip.zipOf(Map.of("a", new byte[50_000]));
        ByteBuffer at = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        at.putInt(directoryOf(zip) + 24, 49_999);
        ZipItem item =
                ZipDirectory.read(bytes(zip), new SipLimits(9, 90_000, 90_000, 9999, 9)).getFirst();

        byte[] buffer = new byte[1000];
        int given = 0;
        try (InputStream in = ZipContent.open(bytes(zip), item)) {
            for (int read = 0; read >= 0; read = in.read(buffer)) {
                given += read;
            }
            Assertions.fail("an entry that is longer than announced came to its end");
        } catch (ZipContent.Damaged e) {
            assertThat(given).isLessThanOrEqualTo(49_999);
        }
    }

    private static SipDossier dossier(byte[] zip) throws SipRefused, IOException {
        SipReading reading = SipZip.open(bytes(zip), LIMITS).packages().getFirst();
        assertThat(reading.findings()).isEmpty();
        return java.util.Objects.requireNonNull(reading.dossier());
    }

    static PackageBytes bytes(byte[] zip) {
        return new PackageBytes() {
            @Override
            public long size() {
                return zip.length;
            }

            @Override
            public InputStream open(long offset, long length) {
                return new ByteArrayInputStream(zip, (int) offset, (int) length);
            }
        };
    }

    private static UnaryOperator<byte[]> bytes(UnaryOperator<byte[]> spoil) {
        return spoil;
    }

    private static int directoryOf(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    /** Another value in the first entry of the directory. */
    private static UnaryOperator<byte[]> directory(int offset, int value) {
        return zip -> {
            ByteBuffer.wrap(zip)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort(directoryOf(zip) + offset, (short) value);
            return zip;
        };
    }

    private static byte[] link(byte[] zip) {
        int at = directoryOf(zip);
        zip[at + 5] = 3;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 38, 0xa1ff << 16);
        return zip;
    }

    /** The second entry begins inside the first. */
    private static byte[] overlap(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = directoryOf(zip);
        int second =
                first
                        + 46
                        + in.getShort(first + 28)
                        + in.getShort(first + 30)
                        + in.getShort(first + 32);
        in.putInt(second + 42, 10);
        return zip;
    }

    private static UnaryOperator<byte[]> named(String name) {
        return zip -> {
            TestSip sip = new TestSip("H57.21", "goi/");
            Map<String, byte[]> files = new LinkedHashMap<>(sip.inFolder(sip.files()));
            files.put(name, new byte[1]);
            return TestSip.zipOf(files);
        };
    }

    private static byte[] many(byte[] ignored) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int at = 0; at < 300; at++) {
            files.put("f" + at, new byte[0]);
        }
        return TestSip.zipOf(files);
    }

    private static UnaryOperator<byte[]> zeros(int size, int count) {
        return zip -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (int at = 0; at < count; at++) {
                files.put("f" + at, new byte[size]);
            }
            return TestSip.zipOf(files);
        };
    }

    private static UnaryOperator<byte[]> noise(int size, int count) {
        return zip -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (int at = 0; at < count; at++) {
                files.put("f" + at, noiseOf(size));
            }
            return TestSip.zipOf(files);
        };
    }

    private static byte[] noiseOf(int size) {
        byte[] bytes = new byte[size];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private static Arguments broken(String name, SipCode code, Spoil spoil) {
        return argumentSet(name, code, spoil);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void replace(Map<String, byte[]> files, String name, String from, String to) {
        String before = new String(files.get(name), StandardCharsets.UTF_8);
        assertThat(before).contains(from);
        files.put(name, text(before.replace(from, to)));
    }

    private static void doctype(Map<String, byte[]> files, String doctype) {
        String before = new String(files.get("METS.xml"), StandardCharsets.UTF_8);
        files.put("METS.xml", text(before.replace("?>", "?>" + doctype)));
    }
}
