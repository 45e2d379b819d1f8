package vn.hue.earchive.archive.evidence;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.evidence.ReadEvidence.Leaf;

/** What of a proof bundle is for people, in Vietnamese and English. It proves nothing itself. */
final class ProofTexts {

    static final String README =
            """
            GÓI CHỨNG MINH HỒ SƠ LƯU TRỮ

            Gói này cho phép kiểm tra, không cần kết nối với hệ thống lưu trữ, rằng hồ sơ trong package.zip đúng là hồ sơ
            đã được tiếp nhận, và mọi việc đã làm với hồ sơ nằm trong nhật ký đã ký.

              java -jar verifier.jar goi.zip --key khoa.txt

            khoa.txt là khóa kiểm tra của nhật ký, lấy từ nơi công bố độc lập với bên giao gói này.

            PROOF BUNDLE OF AN ARCHIVED DOSSIER

            It lets you check, without any connection to the archive, that the dossier in package.zip is the one that was taken
            into custody, and that everything that was done with it is in the log that was signed.

              java -jar verifier.jar bundle.zip --key key.txt

            key.txt is the verifier key of the log, from a place that does not depend on whoever gave you the bundle.

            package.zip              the dossier: the archival package (AIP) as it is preserved
            manifest-sha256.txt      SHA-256 of every file; "sha256sum -c" reads it
            entries/N.json           an entry of the log; its bytes are what is hashed
            entries/N.salt           32 bytes
            entries/N.tlog-proof     that the entry is in the log (c2sp.org/tlog-proof@v1)
            log/checkpoint           what the log has signed (c2sp.org/tlog-checkpoint)
            timestamps/NAME.tst      timestamp tokens (RFC 3161) over the SHA-256 of log/checkpoint, if there are any
            evidence-record.er       evidence record (RFC 4998) over package.zip, if there is one; other programs check it
            log/key.txt              the key that the archive says it signs with (c2sp.org/signed-note)

            By hand: the data of the leaf is SHA-256("earchive-evidence-entry/v1", a zero byte, N.salt, N.json); the hash of
            the leaf is SHA-256(a zero byte, that data), as in RFC 6962; the path in N.tlog-proof leads from it to the root in
            the checkpoint. The entry that stored the package names its SHA-256 as packSha256.
            """;

    private static final Map<String, String> ACTS =
            Map.of(
                    "dossier.accept", "Tiếp nhận hồ sơ",
                    "aip.store", "Lưu gói thông tin lưu trữ",
                    "aip.replicate", "Đủ số bản sao theo quy định");

    private ProofTexts() {}

    static String report(
            UUID holdingId, ReadHoldings.Pack pack, Checkpoint checkpoint, List<Leaf> acts) {
        StringBuilder rows = new StringBuilder();
        for (Leaf act : acts) {
            rows.append(
                    "<tr><td>%d</td><td>%s</td><td>%s</td><td><code>%s</code></td></tr>%n"
                            .formatted(
                                    act.index(),
                                    act.recordedAt(),
                                    escaped(ACTS.getOrDefault(act.action(), "")),
                                    escaped(act.action())));
        }
        return """
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="utf-8"><title>Báo cáo chứng minh hồ sơ lưu trữ</title>
        <style>body{font-family:serif;max-width:60em;margin:2em auto}td,th{text-align:left;padding:.2em .8em}</style></head><body>
        <h1>Báo cáo chứng minh hồ sơ lưu trữ<br><small lang="en">Report on the proof of an archived dossier</small></h1>
        <p>Báo cáo này chỉ để đọc; điều gì đúng do chương trình kiểm tra cho biết (xem README.txt).<br>
        <span lang="en">This report is for reading only; what holds is told by the verifier (see README.txt).</span></p>
        <table>
        <tr><th>Hồ sơ / <span lang="en">Dossier</span></th><td>%s</td></tr>
        <tr><th>Gói / <span lang="en">Package</span></th><td>%s</td></tr>
        <tr><th>SHA-256</th><td><code>%s</code></td></tr>
        <tr><th>Dung lượng / <span lang="en">Bytes</span></th><td>%d</td></tr>
        <tr><th>Nhật ký / <span lang="en">Log</span></th><td>%s</td></tr>
        <tr><th>Số mục đã ký / <span lang="en">Entries signed</span></th><td>%d</td></tr>
        <tr><th>Gốc / <span lang="en">Root</span></th><td><code>%s</code></td></tr>
        </table>
        <h2>Những việc đã làm <small lang="en">What was done</small></h2>
        <table><tr><th>Số / <span lang="en">No.</span></th><th>Lúc / <span lang="en">At</span> (UTC)</th><th>Việc</th><th lang="en">Act</th></tr>
        %s</table>
        </body></html>
        """
                .formatted(
                        holdingId,
                        escaped(pack.aipId()),
                        pack.sha256(),
                        pack.size(),
                        escaped(checkpoint.origin()),
                        checkpoint.size(),
                        Base64.getEncoder().encodeToString(checkpoint.root()),
                        rows);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
