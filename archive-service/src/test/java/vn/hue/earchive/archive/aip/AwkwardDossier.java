package vn.hue.earchive.archive.aip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.MediaDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/** A dossier with what real ones bring along and examples do not. */
final class AwkwardDossier {

    private static final String NOTATION = "H57.21.2025.12/K4 & <Đ>+100%#";
    private static final String TEXT = "Về việc \"A & B\" <khẩn>\u0007 𡨸喃";

    private AwkwardDossier() {}

    static AipDescription of(GoldenDossier source) {
        AipDescription aip = source.description();
        DossierDescription d = aip.dossier().description();
        DossierDescription dossier =
                new DossierDescription(
                        d.dossierId(),
                        NOTATION,
                        TEXT,
                        d.state(),
                        d.retention(),
                        "02",
                        List.of("01", "09"),
                        d.startDate(),
                        d.endDate(),
                        null,
                        "03",
                        "H57.K1/G2/H3.15",
                        "công chức",
                        null,
                        3,
                        12);
        List<SubmissionManifest.Document> documents = new ArrayList<>();
        for (SubmissionManifest.Document document : aip.dossier().documents()) {
            int ordinal = document.ordinal();
            documents.add(
                    new SubmissionManifest.Document(
                            ordinal,
                            document.docId(),
                            NOTATION + ".000000" + ordinal,
                            awkward(document.description()),
                            List.of(
                                    file(ordinal, 1, "MAIN", "Quyết định.PDF"),
                                    file(ordinal, 2, "ATTACHMENT", "phụ lục.tar.gz"),
                                    file(ordinal, 3, "ATTACHMENT", "không đuôi"),
                                    file(ordinal, 4, "MAIN", "bản thứ hai.pdf"),
                                    file(ordinal, 5, "PROCESS_TRACE", "vết.txt"))));
        }
        return new AipDescription(
                aip.objId(),
                aip.holdingId(),
                new SubmissionManifest.Dossier(
                        dossier, documents, null, null, media(NOTATION, documents.size() + 1)),
                aip.fonds(),
                aip.archive(),
                new AipDescription.Source("UUID", UUID.randomUUID().toString()),
                aip.submissionAgreement(),
                AipDescription.Backup.PLANNED,
                aip.createdAt());
    }

    static FileSource source(AipDescription aip) {
        Map<UUID, FormatId> formats = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        for (SubmissionManifest.File file : aip.dossier().files().toList()) {
            ids.add(file.description().fileId());
            formats.put(
                    file.description().fileId(),
                    new FormatId("application/octet-stream", null, "Unknown", null));
        }
        Instant at = Instant.parse("2026-11-22T15:30:00Z");
        List<PremisEvent> events = new ArrayList<>();
        for (PremisEvent.Type type : PremisEvent.Type.values()) {
            events.add(
                    new PremisEvent(type, at, TEXT, PremisEvent.Outcome.SUCCESS, null, List.of()));
            events.add(
                    new PremisEvent(
                            type, at, TEXT, PremisEvent.Outcome.WARNING, "NOT_SCANNED", ids));
        }
        return new FileSource() {
            @Override
            public InputStream open(SubmissionManifest.File file) {
                return new ByteArrayInputStream(bytes(file.key()));
            }

            @Override
            public AipChecks checks() {
                return new AipChecks(formats, events);
            }
        };
    }

    /** The dossier with a negative and a recording behind its documents. */
    static AipDescription withMedia(AipDescription aip) {
        SubmissionManifest.Dossier dossier = aip.dossier();
        return new AipDescription(
                aip.objId(),
                aip.holdingId(),
                new SubmissionManifest.Dossier(
                        dossier.description(),
                        dossier.documents(),
                        null,
                        null,
                        media(dossier.description().fileCode(), dossier.documents().size() + 1)),
                aip.fonds(),
                aip.archive(),
                aip.source(),
                aip.submissionAgreement(),
                aip.backup(),
                aip.createdAt());
    }

    private static List<SubmissionManifest.MediaItem> media(String fileCode, int ordinal) {
        return List.of(
                new SubmissionManifest.MediaItem(
                        ordinal,
                        fileCode + ".000000" + ordinal,
                        new MediaDescription(
                                new UUID(8, 1),
                                "NEGATIVE",
                                "PA.12",
                                "VTLT",
                                TEXT,
                                TEXT,
                                "Nguyễn Văn An",
                                "Đàn Nam Giao",
                                LocalDate.of(2025, 5, 19),
                                "02",
                                "6 × 9 cm",
                                null,
                                null,
                                null,
                                false,
                                "02",
                                "03",
                                TEXT),
                        List.of(
                                file(ordinal, 1, "MAIN", "âm bản.TIFF"),
                                file(ordinal, 2, "ATTACHMENT", "mặt sau.jpeg"))),
                new SubmissionManifest.MediaItem(
                        ordinal + 1,
                        fileCode + ".000000" + (ordinal + 1),
                        new MediaDescription(
                                new UUID(8, 2),
                                "VIDEO",
                                null,
                                null,
                                null,
                                TEXT,
                                null,
                                null,
                                LocalDate.of(2025, 5, 20),
                                null,
                                null,
                                List.of("01", "09"),
                                "01:02:03",
                                "1500 kbps",
                                true,
                                "01",
                                null,
                                null),
                        List.of(file(ordinal + 1, 1, "MAIN", "phim.mp4"))));
    }

    private static DocumentDescription awkward(DocumentDescription d) {
        return new DocumentDescription(
                d.documentId(),
                d.direction(),
                d.registerYear(),
                d.registerNumber(),
                d.registeredOn(),
                "32",
                d.typeName(),
                null,
                null,
                d.issuedDate(),
                TEXT,
                TEXT,
                List.of("01", "09", "11"),
                9999,
                "02",
                "02",
                null,
                null,
                List.of());
    }

    private static SubmissionManifest.File file(int ordinal, int n, String role, String name) {
        String key = ordinal + "/" + n + "/" + name;
        byte[] bytes = bytes(key);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new SubmissionManifest.File(
                new FileDescription(
                        new UUID(7, ordinal * 100L + n),
                        role,
                        name,
                        "application/octet-stream",
                        bytes.length,
                        Digests.sha256(bytes)),
                "working",
                key,
                HexFormat.of().toHexDigits((int) crc.getValue()),
                "NOT_CHECKED");
    }

    private static byte[] bytes(String key) {
        return ("content of " + key).getBytes(StandardCharsets.UTF_8);
    }
}
