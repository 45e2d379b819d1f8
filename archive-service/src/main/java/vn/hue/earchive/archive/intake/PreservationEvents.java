package vn.hue.earchive.archive.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.AipChecks;
import vn.hue.earchive.archive.aip.FormatId;
import vn.hue.earchive.archive.aip.PremisEvent;
import vn.hue.earchive.archive.signature.FileSignatures;

/**
 * Tells the acts of the intake in the words of PREMIS (domain.md section 3), dated with the
 * creation of the package, so that a repeated attempt makes the same one. A check that did not run
 * is a warning with its code, never a success.
 */
record PreservationEvents(Instant at, UUID submissionId) {

    AipChecks describe(DossierReport report) {
        Map<UUID, FormatId> formats = new HashMap<>();
        report.formats()
                .forEach((fileId, format) ->
                        formats.put(
                                fileId,
                                new FormatId(
                                        format.mediaType(),
                                        format.puid(),
                                        format.name() == null ? format.mediaType() : format.name(),
                                        format.version())));
        var events = new ArrayList<PremisEvent>();
        events.add(
                event(
                        PremisEvent.Type.INGESTION,
                        "Tiếp nhận hồ sơ nộp lưu " + submissionId,
                        CheckResult.PASSED,
                        List.of()));
        perResult(
                report,
                Check.VIRUS,
                PremisEvent.Type.VIRUS_CHECK,
                "Quét mã độc bằng clamd",
                events);
        perResult(
                report,
                Check.FORMAT,
                PremisEvent.Type.FORMAT_IDENTIFICATION,
                "Nhận dạng định dạng tệp theo PRONOM (DROID 6.6.1, tệp mẫu V100)",
                events);
        perResult(
                report,
                Check.PDFA,
                PremisEvent.Type.VALIDATION,
                "Kiểm tra PDF/A (ISO 19005) bằng veraPDF",
                events);
        perResult(
                report,
                Check.SIGNATURE,
                PremisEvent.Type.DIGITAL_SIGNATURE_VALIDATION,
                "Kiểm tra chữ ký số khi đăng ký văn bản hoặc khi tiếp nhận",
                events);
        signatures(report, events);
        events.add(
                event(
                        PremisEvent.Type.VALIDATION,
                        "Kiểm tra dữ liệu đặc tả và số thứ tự tài liệu",
                        result(report, Check.METADATA).worse(result(report, Check.ORDINALS)),
                        List.of()));
        return new AipChecks(formats, events);
    }

    /** One event per outcome, so that it names the files that it holds for. */
    private void perResult(
            DossierReport report,
            Check check,
            PremisEvent.Type type,
            String detail,
            List<PremisEvent> events) {
        for (CheckResult result : CheckResult.values()) {
            List<UUID> files = new ArrayList<>();
            for (DossierReport.FileReport file : report.files()) {
                @Nullable UUID fileId = file.fileId();
                if (fileId != null && file.checks().get(check) == result) {
                    files.add(fileId);
                }
            }
            if (!files.isEmpty()) {
                events.add(event(type, detail, result, files));
            }
        }
    }

    /** Of a signed file that was looked into here: who signed, and what the signature is worth. */
    private void signatures(DossierReport report, List<PremisEvent> events) {
        for (DossierReport.FileReport file : report.files()) {
            @Nullable UUID fileId = file.fileId();
            FileSignatures found = file.signatures();
            if (fileId != null && found != null) {
                events.add(
                        new PremisEvent(
                                PremisEvent.Type.DIGITAL_SIGNATURE_VALIDATION,
                                at,
                                "Kết quả kiểm tra chữ ký số của tệp (ETSI EN 319 102-1)",
                                switch (found.result()) {
                                    case NO_SIGNATURE, VALID, VALID_AT_TIME ->
                                            PremisEvent.Outcome.SUCCESS;
                                    case NOT_CHECKED, INDETERMINATE -> PremisEvent.Outcome.WARNING;
                                    case INVALID -> PremisEvent.Outcome.FAIL;
                                },
                                found.text(),
                                List.of(fileId)));
            }
        }
    }

    private PremisEvent event(
            PremisEvent.Type type, String detail, CheckResult result, List<UUID> files) {
        return switch (result) {
            case PASSED ->
                    new PremisEvent(type, at, detail, PremisEvent.Outcome.SUCCESS, null, files);
            case WARNING, NOT_SCANNED, NOT_CHECKED ->
                    new PremisEvent(
                            type, at, detail, PremisEvent.Outcome.WARNING, result.name(), files);
            case FAILED ->
                    new PremisEvent(
                            type, at, detail, PremisEvent.Outcome.FAIL, result.name(), files);
        };
    }

    private static CheckResult result(DossierReport report, Check check) {
        return report.checks().getOrDefault(check, CheckResult.NOT_CHECKED);
    }
}
