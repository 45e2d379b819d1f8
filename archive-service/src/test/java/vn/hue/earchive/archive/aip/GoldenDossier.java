package vn.hue.earchive.archive.aip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.document.events.SubmissionManifest;

/** The dossier of {@code golden/aip-hoso} as a submission manifest would describe it. */
public final class GoldenDossier implements FileSource {

    public static final String OBJ_ID = "urn:uuid:908AA454-B63D-5CB9-A0E3-17DA48004873";
    public static final String FOLDER = "/golden/aip-hoso/";
    private static final String FILE_CODE = "H57.21.2025.01-VP";
    private static final String DATA = "representations/rep1/data/";

    private final Map<String, byte[]> bytesByKey = new LinkedHashMap<>();
    private final List<SubmissionManifest.Document> documents = new ArrayList<>();
    private final Map<UUID, FormatId> formats = new LinkedHashMap<>();

    private GoldenDossier() {}

    public static GoldenDossier load() {
        GoldenDossier golden = new GoldenDossier();
        golden.document(
                1,
                "INCOMING",
                "03",
                "05",
                "CT-UBND",
                LocalDate.of(2025, 4, 1),
                "Ủy ban nhân dân thành phố Huế",
                "Về tăng cường quản lý công tác văn thư, lưu trữ trong quá trình sắp xếp tổ chức bộ"
                        + " máy",
                "văn thư, lưu trữ, sắp xếp tổ chức bộ máy",
                "Văn bản đến, nhận qua trục liên thông văn bản",
                golden.file("0000001.pdf", "MAIN"));
        golden.document(
                2,
                "OUTGOING",
                "10",
                "12",
                "KH-UBND",
                LocalDate.of(2025, 7, 15),
                "Ủy ban nhân dân phường Thuận Hóa",
                "Công tác văn thư, lưu trữ sáu tháng cuối năm 2025",
                "kế hoạch, văn thư, lưu trữ, năm 2025",
                "Văn bản đi; kèm tệp vết xử lý",
                golden.file("0000002.pdf", "MAIN"),
                golden.file("0000002.process.txt", "PROCESS_TRACE"));
        golden.document(
                3,
                "INCOMING",
                "14",
                "87",
                "BC-UBND",
                LocalDate.of(2025, 12, 5),
                "Ủy ban nhân dân xã A Lưới 2",
                "Kết quả số hóa tài liệu lưu trữ năm 2025",
                "báo cáo, số hóa, tài liệu lưu trữ",
                "Văn bản đến, nhận để tham khảo",
                golden.file("0000003.pdf", "MAIN"));
        return golden;
    }

    /** A dossier of {@code count} documents with one PDF of {@code size} random bytes each. */
    public static GoldenDossier random(int count, int size, long seed) {
        GoldenDossier dossier = new GoldenDossier();
        java.util.Random random = new java.util.Random(seed);
        for (int i = 1; i <= count; i++) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            String name = String.format(Locale.ROOT, "%s.%07d.pdf", FILE_CODE, i);
            dossier.document(
                    i,
                    "INCOMING",
                    "03",
                    Integer.toString(i),
                    "CT-UBND",
                    LocalDate.of(2025, 4, 1),
                    "Ủy ban nhân dân thành phố Huế",
                    "Văn bản số " + i,
                    null,
                    null,
                    dossier.file(name, "MAIN", bytes));
        }
        return dossier;
    }

    public AipDescription description() {
        return description(OBJ_ID);
    }

    public AipDescription description(String objId) {
        String title =
                "Hồ sơ kế hoạch, báo cáo công tác văn thư, lưu trữ năm 2025 của Ủy ban nhân dân"
                        + " phường Thuận Hóa";
        DossierDescription dossier =
                new DossierDescription(
                        UUID.fromString("0192f000-0000-7000-8000-000000000001"),
                        FILE_CODE,
                        title,
                        "SUBMITTED",
                        new Retention("01", "PERMANENT", null, "G1.04a", "10/2022/TT-BNV"),
                        "01",
                        List.of("01"),
                        LocalDate.of(2025, 4, 1),
                        LocalDate.of(2025, 12, 5),
                        "văn thư, lưu trữ, lập hồ sơ điện tử, số hóa, năm 2025",
                        "01",
                        null,
                        "công chức Văn thư - Lưu trữ, Văn phòng HĐND và UBND phường",
                        "Hồ sơ mở trước khi sắp xếp đơn vị hành chính, kết thúc tại phông hiện"
                                + " hành.",
                        documents.size(),
                        documents.size());
        return new AipDescription(
                objId,
                dossier.dossierId(),
                new SubmissionManifest.Dossier(dossier, List.copyOf(documents)),
                new AipDescription.Party("H57.21", "Ủy ban nhân dân phường Thuận Hóa"),
                new AipDescription.Party("H57.07", "Lưu trữ lịch sử thành phố Huế"),
                new AipDescription.Source("OBJID", "uuid-773A7D49-848D-5AE2-A92C-724BD22E3212"),
                "H57.21.2026.NL.01",
                AipDescription.Backup.DONE,
                Instant.parse("2026-11-22T15:40:00Z"));
    }

    @Override
    public InputStream open(SubmissionManifest.File file) {
        return new ByteArrayInputStream(bytes(file));
    }

    @Override
    public AipChecks checks() {
        return new AipChecks(
                formats,
                List.of(
                        new PremisEvent(
                                PremisEvent.Type.INGESTION,
                                Instant.parse("2026-11-22T15:20:00Z"),
                                "Tiếp nhận SIP từ cơ quan nộp lưu",
                                PremisEvent.Outcome.SUCCESS,
                                null,
                                List.of()),
                        new PremisEvent(
                                PremisEvent.Type.VALIDATION,
                                Instant.parse("2026-11-22T15:25:00Z"),
                                "Kiểm tra cấu trúc, mã băm và siêu dữ liệu của SIP",
                                PremisEvent.Outcome.SUCCESS,
                                null,
                                List.of())));
    }

    public byte[] bytes(SubmissionManifest.File file) {
        byte[] bytes = bytesByKey.get(file.key());
        if (bytes == null) {
            throw new IllegalArgumentException(file.key());
        }
        return bytes;
    }

    private SubmissionManifest.File file(String suffix, String role) {
        String name = FILE_CODE + "." + suffix;
        try (InputStream in = GoldenDossier.class.getResourceAsStream(FOLDER + DATA + name)) {
            if (in == null) {
                throw new IllegalStateException(name);
            }
            return file(name, role, in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SubmissionManifest.File file(String name, String role, byte[] bytes) {
        UUID id = new UUID(0x0192f00000007000L, 0x8000000000000100L + bytesByKey.size());
        boolean pdf = name.endsWith(".pdf");
        CRC32 crc = new CRC32();
        crc.update(bytes);
        bytesByKey.put("files/" + name, bytes);
        formats.put(
                id,
                pdf
                        ? new FormatId(
                                "application/pdf",
                                "fmt/20",
                                "Acrobat PDF 1.6 - Portable Document Format",
                                "1.6")
                        : new FormatId("text/plain", "x-fmt/111", "Plain Text File", null));
        return new SubmissionManifest.File(
                new FileDescription(
                        id,
                        role,
                        name,
                        pdf ? "application/pdf" : "text/plain",
                        bytes.length,
                        Digests.sha256(bytes)),
                "working",
                "files/" + name,
                HexFormat.of().toHexDigits((int) crc.getValue()),
                "NOT_CHECKED");
    }

    private void document(
            int ordinal,
            String direction,
            String typeCode,
            String number,
            String notation,
            LocalDate issued,
            String issuer,
            String subject,
            @Nullable String keywords,
            @Nullable String description,
            SubmissionManifest.File... files) {
        documents.add(
                new SubmissionManifest.Document(
                        ordinal,
                        FILE_CODE + "." + ordinal,
                        String.format(Locale.ROOT, "%s.%07d", FILE_CODE, ordinal),
                        new DocumentDescription(
                                new UUID(0x0192f00000007000L, 0x8000000000000200L + ordinal),
                                direction,
                                2025,
                                ordinal,
                                issued,
                                typeCode,
                                "",
                                number,
                                notation,
                                issued,
                                issuer,
                                subject,
                                List.of("01"),
                                1,
                                "01",
                                "01",
                                keywords,
                                description,
                                java.util.Arrays.stream(files)
                                        .map(SubmissionManifest.File::description)
                                        .toList()),
                        List.of(files)));
    }
}
