package vn.hue.earchive.document.registerclosing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Amendments in the words of the register; what has none stands as it is. */
final class AmendmentWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String RECIPIENT = "recipient_";

    /** For programs only, or said by the number itself. */
    private static final Set<String> NOT_PRINTED =
            Set.of("document_id", "series_key", "register_number", "number_value");

    /** In the order of the register's columns. */
    private static final Map<String, String> COLUMNS = columns();

    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    Map.entry(AmendSealedLine.ACTION, "Ghi chú bổ sung"),
                    Map.entry("assignIncomingDocument", "Chuyển giải quyết"),
                    Map.entry("startHandling", "Nhận để giải quyết"),
                    Map.entry("handOverWork", "Bàn giao công việc"),
                    Map.entry("acceptEdxmlMessage", "Nhận bản cập nhật của nơi gửi"),
                    Map.entry("issueOutgoingDocument", "Phát hành"),
                    Map.entry("registerOutgoingDocument", "Đăng ký văn bản đi"),
                    Map.entry("numberOutgoingDocument", "Cấp số"),
                    Map.entry("agencySignOutgoingDocument", "Ký số của cơ quan"),
                    Map.entry("recallOutgoingDocument", "Thu hồi"),
                    Map.entry("giveUpOutgoingNumber", "Bỏ số đã cấp"),
                    Map.entry("voidOutgoingNumber", "Hủy số"),
                    Map.entry("upgrade", "Nâng cấp phần mềm: in thêm cột"));

    private static final Map<String, String> STATES =
            Map.of(
                    "USED", "Đã dùng",
                    "VOID", "Số hủy",
                    "RESERVED", "Số dành riêng",
                    "NUMBERED", "Đã cấp số",
                    "AGENCY_SIGNED", "Đã ký số cơ quan",
                    "ISSUED", "Đã phát hành",
                    "RECALLED", "Đã thu hồi",
                    "REPLACED", "Đã thay thế",
                    "CORRECTED", "Đã đính chính");

    private AmendmentWords() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("registered_on", "Ngày đến");
        columns.put("taken_on", "Ngày lấy số");
        columns.put("issuer_name", "Tác giả");
        columns.put("number", "Số văn bản");
        columns.put("notation", "Ký hiệu");
        columns.put("issued_date", "Ngày văn bản");
        columns.put("type_name", "Tên loại");
        columns.put("subject", "Trích yếu");
        columns.put("sign_capacity", "Quyền hạn ký");
        columns.put("signer_position", "Chức vụ người ký");
        columns.put("signer_name", "Người ký");
        columns.put("assignee", "Đơn vị hoặc người nhận");
        columns.put("forwarded_on", "Ngày chuyển");
        columns.put("received_by", "Ký nhận");
        columns.put("archive_copy_unit", "Nơi nhận bản lưu");
        columns.put("drafting_unit", "Đơn vị soạn thảo");
        columns.put("copies", "Số lượng bản");
        columns.put("description", "Ghi chú");
        columns.put("state", "Tình trạng");
        columns.put("reason", "Lý do");
        columns.put("end_reason", "Lý do");
        columns.put("text", "Ghi chú");
        return columns;
    }

    static String action(String operation) {
        return ACTIONS.getOrDefault(operation, operation);
    }

    /** One line for each value, named by its column. */
    static String values(Map<String, Object> of) {
        List<String> lines = new ArrayList<>();
        COLUMNS.forEach((column, name) -> {
            Object value = of.get(column);
            if (value != null) {
                lines.add(name + ": " + value(column, value.toString()));
            }
        });
        of.entrySet().stream()
                .filter(e -> !COLUMNS.containsKey(e.getKey()) && !NOT_PRINTED.contains(e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> lines.add(other(e.getKey(), e.getValue().toString())));
        return String.join("\n", lines);
    }

    private static String other(String column, String value) {
        return column.startsWith(RECIPIENT)
                ? "Nơi nhận thứ " + column.substring(RECIPIENT.length()) + ": " + value
                : column + ": " + value;
    }

    private static String value(String column, String value) {
        if (column.equals("state")) {
            return STATES.getOrDefault(value, value);
        }
        return column.endsWith("_on") || column.endsWith("_date") ? day(value) : value;
    }

    private static String day(String value) {
        try {
            return DAY.format(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
