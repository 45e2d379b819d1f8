package vn.hue.earchive.document.suggestion;

import java.util.List;
import java.util.stream.Collectors;
import vn.hue.earchive.document.retention.RetentionRuleView;

/** Why a rule is on offer, in Vietnamese that needs no schooling in archives. */
final class Reasons {

    private Reasons() {}

    static String period(RetentionRuleView rule) {
        String from =
                switch (rule.countedFrom()) {
                    case "CONTRACT_END" -> "kể từ năm hợp đồng hết hiệu lực";
                    case "INSTRUMENT_EXPIRY" -> "kể từ khi văn bản hết hiệu lực";
                    case "ASSET_END_OF_LIFE" -> "kể từ khi tài sản, công trình hết sử dụng";
                    default -> "kể từ năm công việc kết thúc";
                };
        return switch (rule.periodKind()) {
            case "PERMANENT" -> "Vĩnh viễn";
            case "YEARS" -> rule.years() + " năm " + from;
            case "UNTIL_SUPERSEDED" -> "Đến khi văn bản hết hiệu lực";
            default -> "Theo tuổi thọ của tài sản, công trình";
        };
    }

    static String of(RetentionRuleView rule, List<String> words, boolean usual) {
        StringBuilder reason = new StringBuilder();
        reason.append(
                words.stream()
                        .map(w -> "“" + w + "”")
                        .collect(Collectors.joining(", ", "Các chữ ", " ")));
        reason.append("gần với dòng ").append(rule.code()).append(" “").append(rule.title());
        if (rule.caseText() != null) {
            reason.append(" – ").append(rule.caseText());
        }
        reason.append("”.");
        if (usual) {
            reason.append(" Đây là trường hợp thông thường của dòng này.");
        }
        reason.append(" Thời hạn: ").append(period(rule));
        reason.append(", căn cứ ").append(rule.legalBasis()).append('.');
        if (!rule.certainty().equals("A")) {
            reason.append(" Dòng này chưa được đối chiếu với văn bản hiện hành.");
        }
        if (rule.scheduleState().equals("SAMPLE")) {
            reason.append(" Bảng thời hạn là bảng mẫu, chưa được phê duyệt.");
        }
        return reason.toString();
    }
}
