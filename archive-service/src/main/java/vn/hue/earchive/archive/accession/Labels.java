package vn.hue.earchive.archive.accession;

import static java.util.Map.entry;

import java.util.Map;

/** Vietnamese labels of codes in statistics (code lists of domain.md 2.8). */
final class Labels {

    static final Map<String, String> DIVISIONS =
            Map.of(
                    "RETENTION", "Theo thời hạn lưu trữ",
                    "ACCESS_MODE", "Theo chế độ sử dụng",
                    "CONFIDENCE", "Theo mức độ tin cậy",
                    "ACQUIRED", "Theo thời gian tiếp nhận",
                    "KIND", "Theo hình thức khai thác",
                    "MONTH", "Theo tháng");

    private static final Map<String, String> CODES =
            Map.ofEntries(
                    entry("RETENTION 01", "Vĩnh viễn"),
                    entry("RETENTION 02", "70 năm"),
                    entry("RETENTION 03", "50 năm"),
                    entry("RETENTION 04", "30 năm"),
                    entry("RETENTION 05", "20 năm"),
                    entry("RETENTION 06", "10 năm"),
                    entry("RETENTION 07", "Khác"),
                    entry("ACCESS_MODE 01", "Công khai"),
                    entry("ACCESS_MODE 02", "Sử dụng có điều kiện"),
                    entry("CONFIDENCE 01", "Gốc điện tử"),
                    entry("CONFIDENCE 02", "Số hóa"),
                    entry("CONFIDENCE 03", "Hỗn hợp"),
                    entry("KIND readHoldingFile", "Đọc tài liệu"),
                    entry("KIND exportHoldingPackage", "Xuất gói hồ sơ"));

    private Labels() {}

    /** The label, or the code itself, which a month or a year is. */
    static String of(String by, String code) {
        return CODES.getOrDefault(by + " " + code, code);
    }
}
