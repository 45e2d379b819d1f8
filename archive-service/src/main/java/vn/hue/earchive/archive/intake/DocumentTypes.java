package vn.hue.earchive.archive.intake;

import java.util.List;

/** Names of the document types 01–32 (domain.md 2.8). */
final class DocumentTypes {

    private static final List<String> NAMES =
            List.of(
                    "Nghị quyết (cá biệt)",
                    "Quyết định (cá biệt)",
                    "Chỉ thị",
                    "Quy chế",
                    "Quy định",
                    "Thông cáo",
                    "Thông báo",
                    "Hướng dẫn",
                    "Chương trình",
                    "Kế hoạch",
                    "Phương án",
                    "Đề án",
                    "Dự án",
                    "Báo cáo",
                    "Tờ trình",
                    "Giấy ủy quyền",
                    "Phiếu gửi",
                    "Phiếu chuyển",
                    "Phiếu báo",
                    "Biên bản",
                    "Hợp đồng",
                    "Công văn",
                    "Công điện",
                    "Bản ghi nhớ",
                    "Bản thỏa thuận",
                    "Giấy mời",
                    "Giấy giới thiệu",
                    "Giấy nghỉ phép",
                    "Thư công",
                    "Bản đồ",
                    "Bản vẽ kỹ thuật",
                    "Khác");

    private DocumentTypes() {}

    /** The name of a code; the code itself when it is unknown. */
    static String name(String code) {
        return MetadataRules.TYPE_CODES.contains(code)
                ? NAMES.get(Integer.parseInt(code) - 1)
                : code;
    }
}
