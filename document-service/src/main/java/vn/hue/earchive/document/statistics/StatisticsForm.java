package vn.hue.earchive.document.statistics;

import java.util.Arrays;
import java.util.Optional;

/** Forms of the annual statistics that this service counts (domain reference 4.12). */
enum StatisticsForm {
    DOCUMENTS("0804", "THỐNG KÊ SỐ LƯỢNG VĂN BẢN ĐI, VĂN BẢN ĐẾN"),
    DOSSIERS("0805", "THỐNG KÊ SỐ LƯỢNG HỒ SƠ LẬP ĐƯỢC");

    private final String number;
    private final String title;

    StatisticsForm(String number, String title) {
        this.number = number;
        this.title = title;
    }

    /** As the law numbers it; it stands in paths. */
    String number() {
        return number;
    }

    String title() {
        return title;
    }

    static Optional<StatisticsForm> of(String number) {
        return Arrays.stream(values()).filter(f -> f.number.equals(number)).findFirst();
    }
}
