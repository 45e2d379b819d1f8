package vn.hue.earchive.archive.accession;

import java.util.Arrays;
import java.util.Optional;

/** The annual forms that the archive counts (domain.md 4.12). */
enum StatisticsForm {
    HELD("0808", "Tài liệu lưu trữ đang bảo quản"),
    ACQUIRED("0809", "Tài liệu lưu trữ thu thập trong năm"),
    USED("0810", "Sử dụng tài liệu lưu trữ trong năm");

    private final String number;
    private final String title;

    StatisticsForm(String number, String title) {
        this.number = number;
        this.title = title;
    }

    static Optional<StatisticsForm> of(String number) {
        return Arrays.stream(values()).filter(form -> form.number.equals(number)).findFirst();
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }
}
