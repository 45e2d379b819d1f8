package vn.hue.earchive.archive.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.MediaDescription;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.ids.Ids;

/** A dossier as a unit submits it, lawful unless a test spoils it. */
public final class TestDossier {

    public static final String AGENCY_CODE = "H57.21";

    private static final Random RANDOM = new Random(20261122);

    /**
     * One document or photo with one file.
     *
     * @param told bytes that the manifest speaks of
     * @param stored bytes that lie in the working store; null: none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Item(
            UUID fileId,
            int ordinal,
            String name,
            String mediaType,
            byte[] told,
            byte @Nullable [] stored,
            String accessMode) {

        String key() {
            return "test/" + fileId;
        }

        boolean isPhoto() {
            return mediaType.startsWith("image/");
        }
    }

    public final UUID id = Ids.next();
    final String fileCode = AGENCY_CODE + ".2026." + (100000 + RANDOM.nextInt(899999)) + "-VP";
    final List<Item> items = new ArrayList<>();
    private String signature = "NOT_CHECKED";
    private String title = "Hồ sơ hội nghị tổng kết công tác năm 2026";
    private String accessMode = "01";
    private @Nullable LocalDate endDate = LocalDate.of(2026, 11, 20);

    /** Two documents with a small PDF each. */
    public static TestDossier lawful() {
        return new TestDossier()
                .file("05-CT-UBND.pdf", "application/pdf", pdf(20_000))
                .file("Kế hoạch 12.pdf", "application/pdf", pdf(300_000));
    }

    /** Something that begins and ends like a PDF and is different each time. */
    static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        byte[] head = "%PDF-1.6\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(end, 0, bytes, size - end.length, end.length);
        return bytes;
    }

    public TestDossier file(String name, String mediaType, byte[] bytes) {
        return add(name, mediaType, bytes, bytes);
    }

    /** A photo behind the documents. */
    public TestDossier photo(String name, byte[] bytes) {
        return add(name, "image/jpeg", bytes, bytes);
    }

    /** A photo whose bytes in the store are not those that the manifest tells. */
    TestDossier photoStoredAs(String name, byte[] told, byte[] stored) {
        return add(name, "image/jpeg", told, stored);
    }

    /** Something that begins and ends like a JPEG and is different each time. */
    public static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        byte[] head = HexFormat.of().parseHex("ffd8ffe000104a46494600010101004800480000");
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[size - 2] = (byte) 0xff;
        bytes[size - 1] = (byte) 0xd9;
        return bytes;
    }

    /** A file whose bytes in the store are not those that the manifest tells. */
    TestDossier fileStoredAs(String name, byte[] told, byte @Nullable [] stored) {
        return add(name, "application/pdf", told, stored);
    }

    private TestDossier add(String name, String mediaType, byte[] told, byte @Nullable [] stored) {
        items.add(new Item(Ids.next(), items.size() + 1, name, mediaType, told, stored, "01"));
        return this;
    }

    /** Leaves out the ordinal before the last document's. */
    TestDossier withGapBeforeLast() {
        Item last = items.removeLast();
        items.add(
                new Item(
                        last.fileId(),
                        last.ordinal() + 1,
                        last.name(),
                        last.mediaType(),
                        last.told(),
                        last.stored(),
                        last.accessMode()));
        return this;
    }

    /** Makes the last document one for conditional use. */
    public TestDossier withConditionalLast() {
        Item last = items.removeLast();
        items.add(
                new Item(
                        last.fileId(),
                        last.ordinal(),
                        last.name(),
                        last.mediaType(),
                        last.told(),
                        last.stored(),
                        "02"));
        return this;
    }

    /** What the registration found of the signatures of all files. */
    TestDossier signed(String result) {
        this.signature = result;
        return this;
    }

    TestDossier titled(String title) {
        this.title = title;
        return this;
    }

    TestDossier accessMode(String mode) {
        this.accessMode = mode;
        return this;
    }

    TestDossier withoutEnd() {
        this.endDate = null;
        return this;
    }

    /** The same dossier with its end date. */
    TestDossier mended() {
        this.endDate = LocalDate.of(2026, 11, 20);
        return this;
    }

    /** Of the document or photo with this ordinal. */
    public UUID fileId(int ordinal) {
        return items.get(ordinal - 1).fileId();
    }

    String docCode(Item item) {
        return "%s.%07d".formatted(fileCode, item.ordinal());
    }

    SubmissionManifest.Dossier described() {
        return new SubmissionManifest.Dossier(
                new DossierDescription(
                        id,
                        fileCode,
                        title,
                        "SUBMITTED",
                        new Retention("01", "PERMANENT", null, "G1.04a", "10/2022/TT-BNV"),
                        accessMode,
                        List.of("01"),
                        LocalDate.of(2026, 1, 5),
                        endDate,
                        "hội nghị, tổng kết",
                        "01",
                        null,
                        "Văn phòng",
                        null,
                        documents().size(),
                        documents().size() * 3),
                documents().stream().map(this::described).toList(),
                null,
                null,
                photos().isEmpty() ? null : photos().stream().map(this::describedPhoto).toList());
    }

    private List<Item> documents() {
        return items.stream().filter(item -> !item.isPhoto()).toList();
    }

    List<Item> photos() {
        return items.stream().filter(Item::isPhoto).toList();
    }

    private SubmissionManifest.MediaItem describedPhoto(Item item) {
        return new SubmissionManifest.MediaItem(
                item.ordinal(),
                docCode(item),
                new MediaDescription(
                        Ids.next(),
                        "PHOTO",
                        "A.12",
                        null,
                        "Hội nghị tổng kết công tác năm 2026",
                        "Đại biểu dự hội nghị",
                        "Nguyễn Văn An",
                        "Nhà văn hóa phường",
                        LocalDate.of(2026, 11, 18),
                        "01",
                        null,
                        null,
                        null,
                        null,
                        false,
                        item.accessMode(),
                        null,
                        null),
                List.of(
                        new SubmissionManifest.File(
                                file(item), "working", item.key(), crc32(item.told()), signature)));
    }

    private static FileDescription file(Item item) {
        return new FileDescription(
                item.fileId(),
                "MAIN",
                item.name(),
                item.mediaType(),
                item.told().length,
                sha256(item.told()));
    }

    private SubmissionManifest.Document described(Item item) {
        FileDescription file = file(item);
        return new SubmissionManifest.Document(
                item.ordinal(),
                AGENCY_CODE + ".2026." + item.ordinal(),
                docCode(item),
                new DocumentDescription(
                        Ids.next(),
                        "INCOMING",
                        2026,
                        item.ordinal(),
                        LocalDate.of(2026, 3, 6),
                        "03",
                        "Chỉ thị",
                        "05",
                        "CT-UBND",
                        LocalDate.of(2026, 3, 5),
                        "Ủy ban nhân dân thành phố Huế",
                        "Về việc lập hồ sơ điện tử",
                        List.of("01"),
                        3,
                        item.accessMode(),
                        "01",
                        null,
                        null,
                        List.of(file)),
                List.of(
                        new SubmissionManifest.File(
                                file, "working", item.key(), crc32(item.told()), signature)));
    }

    static String sha256(byte[] bytes) {
        MessageDigest digest = Digests.sha256();
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    static String crc32(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return "%08x".formatted(crc.getValue());
    }
}
