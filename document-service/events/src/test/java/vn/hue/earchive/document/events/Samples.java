package vn.hue.earchive.document.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One of each fact, with every field filled in at least once. */
final class Samples {

    private static final UUID AGENCY = UUID.fromString("0198f2a0-0000-7000-8000-000000000021");
    private static final UUID DOCUMENT = UUID.fromString("019aab10-2f6e-7c31-9a52-3d1f0c7a1e01");
    private static final UUID FILE = UUID.fromString("019aab10-1c52-7d2a-8f0e-6b1b2f7c9d11");
    private static final UUID REDACTED = UUID.fromString("0198f2a0-0000-7000-8000-0000000000ef");
    private static final UUID DOSSIER = UUID.fromString("019aab12-7a11-7b0f-a1c4-92ee31d0a7c5");
    private static final UUID SUBMISSION = UUID.fromString("019aab15-0d3e-7f77-b2a9-5c1be4d99f02");
    private static final UUID RECORDING = UUID.fromString("019aab16-3c1d-7a52-8b0e-6b1b2f7c9d31");
    private static final UUID SOUND = UUID.fromString("019aab16-4d2e-7b63-9c1f-7c2c3f8dae32");
    private static final Instant AT = Instant.parse("2026-11-22T09:10:11.123Z");
    private static final String SHA256 = "3b".repeat(32);

    private Samples() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        all.put(
                "agency.registered.v1",
                new AgencyRegistered(
                        AGENCY,
                        2,
                        AT,
                        "H57.21",
                        "Ủy ban nhân dân phường Thuận Hóa",
                        UUID.fromString("0198f2a0-0000-7000-8000-000000000057"),
                        true,
                        LocalDate.of(2025, 7, 1),
                        null,
                        false));
        all.put("document.registered.v1", new DocumentRegistered(AGENCY, 1, AT, document()));
        all.put("document.described.v1", new DocumentDescribed(AGENCY, 2, AT, document()));
        all.put(
                "document.state-changed.v1",
                new DocumentStateChanged(AGENCY, 2, AT, DOCUMENT, "OUTGOING", "REPLACED", FILE));
        all.put("dossier.opened.v1", new DossierOpened(AGENCY, 1, AT, dossier("OPEN")));
        all.put("dossier.described.v1", new DossierDescribed(AGENCY, 2, AT, dossier("OPEN")));
        all.put(
                "dossier.document-filed.v1",
                new DossierDocumentFiled(AGENCY, 3, AT, dossier("OPEN"), DOCUMENT, 1));
        all.put(
                "dossier.document-removed.v1",
                new DossierDocumentRemoved(AGENCY, 4, AT, dossier("OPEN"), DOCUMENT));
        all.put("dossier.closed.v1", new DossierClosed(AGENCY, 5, AT, dossier("CLOSED")));
        all.put(
                "dossier.reopened.v1",
                new DossierReopened(AGENCY, 6, AT, dossier("OPEN"), "Bổ sung văn bản"));
        all.put(
                "dossier.submitted.v1",
                new DossierSubmitted(AGENCY, 7, AT, dossier("SUBMITTED"), SUBMISSION));
        all.put(
                "dossier.handed-over.v1",
                new DossierHandedOver(AGENCY, 8, AT, dossier("IN_AGENCY_ARCHIVE"), SUBMISSION));
        all.put(
                "dossier.sent-back.v1",
                new DossierSentBack(AGENCY, 8, AT, dossier("RETURNED"), SUBMISSION));
        all.put(
                "submission.submitted.v1",
                new SubmissionSubmitted(
                        AGENCY,
                        1,
                        AT,
                        SUBMISSION,
                        List.of(DOSSIER),
                        "working",
                        AGENCY + "/2026/019aab15-0d3e-7f77-b2a9-5c1be4d99f03",
                        SHA256,
                        4711));
        all.put("submission-manifest", manifest());
        return all;
    }

    private static FileDescription file() {
        return new FileDescription(
                FILE, "MAIN", "05-CT-UBND.pdf", "application/pdf", 47500, SHA256);
    }

    private static DocumentDescription document() {
        return new DocumentDescription(
                DOCUMENT,
                "INCOMING",
                2026,
                128,
                LocalDate.of(2026, 11, 22),
                "03",
                "Chỉ thị",
                "05",
                "CT-UBND",
                LocalDate.of(2025, 4, 1),
                "Ủy ban nhân dân thành phố Huế",
                "Về tăng cường quản lý công tác văn thư, lưu trữ",
                List.of("01"),
                2,
                "01",
                "01",
                "văn thư",
                null,
                List.of(file()));
    }

    private static DossierDescription dossier(String state) {
        return new DossierDescription(
                DOSSIER,
                "H57.21.2026.01-VP",
                "Hồ sơ công tác văn thư, lưu trữ năm 2026",
                state,
                new Retention("05", "YEARS", 20, "G12-1.09", "09/2011/TT-BNV"),
                "01",
                List.of("01"),
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2025, 12, 5),
                null,
                "01",
                null,
                "Văn phòng",
                null,
                1,
                2);
    }

    private static SubmissionManifest manifest() {
        return new SubmissionManifest(
                SUBMISSION,
                AGENCY,
                "H57.21",
                "Ủy ban nhân dân phường Thuận Hóa",
                "specialist",
                AT,
                List.of(
                        new SubmissionManifest.Dossier(
                                dossier("SUBMITTED"),
                                List.of(
                                        new SubmissionManifest.Document(
                                                1,
                                                "H57.21.2026.01-VP.1",
                                                "H57.21.2026.01-VP.0000001",
                                                document(),
                                                List.of(
                                                        new SubmissionManifest.File(
                                                                file(),
                                                                "working",
                                                                AGENCY + "/2026/" + FILE,
                                                                "0a1b2c3d",
                                                                "NOT_CHECKED"),
                                                        redacted()),
                                                new Retention(
                                                        "01",
                                                        "PERMANENT",
                                                        null,
                                                        "G1.02",
                                                        "09/2011/TT-BNV"))),
                                null,
                                null,
                                List.of(recording()))));
    }

    private static SubmissionManifest.File redacted() {
        return new SubmissionManifest.File(
                new FileDescription(
                        REDACTED,
                        "ATTACHMENT",
                        "05-CT-UBND (đã che).pdf",
                        "application/pdf",
                        46_011,
                        SHA256),
                "working",
                AGENCY + "/2026/" + REDACTED,
                "0a1b2c3e",
                "NO_SIGNATURE",
                new SubmissionManifest.Variant(
                        FILE,
                        "REDACTED",
                        "Che số định danh cá nhân",
                        List.of("leader", "clerk"),
                        "clerk",
                        AT));
    }

    private static SubmissionManifest.MediaItem recording() {
        return new SubmissionManifest.MediaItem(
                2,
                "H57.21.2026.01-VP.0000002",
                new MediaDescription(
                        RECORDING,
                        "AUDIO",
                        "GA.07",
                        null,
                        "Hội nghị tiếp xúc cử tri",
                        "Ý kiến của cử tri tổ dân phố 5",
                        "Nguyễn Văn An",
                        "Nhà văn hóa phường",
                        LocalDate.of(2026, 2, 3),
                        null,
                        null,
                        List.of("01"),
                        "00:42:10",
                        "128 kbps",
                        true,
                        "01",
                        null,
                        null),
                List.of(
                        new SubmissionManifest.File(
                                new FileDescription(
                                        SOUND,
                                        "MAIN",
                                        "cu-tri.mp3",
                                        "audio/mpeg",
                                        40_480_000,
                                        SHA256),
                                "working",
                                AGENCY + "/2026/" + SOUND,
                                "0a1b2c3d",
                                "NOT_CHECKED")));
    }
}
