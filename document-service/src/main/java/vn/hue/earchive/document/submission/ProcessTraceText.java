package vn.hue.earchive.document.submission;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * The processing trace as a text file (Circular 05/2025, field process): one line per act, times
 * with the offset of Viet Nam. UTF-8, lines end with LF.
 */
final class ProcessTraceText {

    private static final ZoneId ZONE = LegalDate.ZONE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final Map<String, String> STEPS =
            Map.ofEntries(
                    Map.entry("registerIncomingDocument", "Đăng ký văn bản đến"),
                    Map.entry("receiveEdxmlMessage", "Tiếp nhận qua trục liên thông"),
                    Map.entry("submitIncomingDocument", "Trình lãnh đạo"),
                    Map.entry("assignIncomingDocument", "Phân công xử lý"),
                    Map.entry("startHandling", "Bắt đầu xử lý"),
                    Map.entry("setHandlingDueDate", "Đặt hạn xử lý"),
                    Map.entry("reportCoUnit", "Đơn vị phối hợp báo cáo"),
                    Map.entry("completeHandling", "Hoàn thành xử lý"),
                    Map.entry("resumeHandling", "Xử lý tiếp"),
                    Map.entry("draftOutgoingDocument", "Soạn thảo văn bản đi"),
                    Map.entry("reviewOutgoingDocument", "Soát nội dung, thể thức"),
                    Map.entry("approveOutgoingDocument", "Duyệt cho ký"),
                    Map.entry("sendBackOutgoingDocument", "Trả lại để sửa"),
                    Map.entry("signOutgoingDocument", "Người có thẩm quyền ký"),
                    Map.entry("numberOutgoingDocument", "Cấp số, ngày"),
                    Map.entry("giveUpOutgoingNumber", "Hủy số"),
                    Map.entry("agencySignOutgoingDocument", "Ký số của cơ quan"),
                    Map.entry("issueOutgoingDocument", "Phát hành"),
                    Map.entry("recallOutgoingDocument", "Thu hồi"),
                    Map.entry("fileDocument", "Đưa vào hồ sơ"),
                    Map.entry("removeDocument", "Đưa ra khỏi hồ sơ"),
                    Map.entry("closeDossier", "Kết thúc, đóng hồ sơ"),
                    Map.entry("reopenDossier", "Mở lại hồ sơ"));

    private ProcessTraceText() {}

    /** Acts that the trace tells; reading is none. */
    static List<String> actions() {
        return List.copyOf(STEPS.keySet());
    }

    /** Acts on a dossier that concern every document in it. */
    static boolean isOfTheWholeDossier(String action) {
        return action.equals("closeDossier") || action.equals("reopenDossier");
    }

    static byte[] of(String docCode, String number, List<TraceStep> steps) {
        StringBuilder text = new StringBuilder("VẾT XỬ LÝ VĂN BẢN\n");
        text.append("Mã lưu trữ tài liệu: ").append(docCode).append('\n');
        text.append("Số, ký hiệu: ").append(number).append('\n');
        text.append("STT | Thời điểm | Bước | Người thực hiện\n");
        int line = 0;
        for (TraceStep step : steps) {
            text.append(++line)
                    .append(" | ")
                    .append(TIME.format(step.at().atZone(ZONE).toOffsetDateTime()))
                    .append(" | ")
                    .append(STEPS.getOrDefault(step.action(), step.action()))
                    .append(" | ")
                    .append(step.actor().replace('|', '/').replace('\n', ' '))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
