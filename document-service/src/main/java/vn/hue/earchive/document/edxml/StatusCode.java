package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** StatusCode of QCVN 102:2016 (domain reference 6) with its meaning in Vietnamese. */
public enum StatusCode {
    ARRIVED("01", "Đã đến"),
    REFUSED("02", "Từ chối tiếp nhận"),
    RECEIVED("03", "Đã tiếp nhận"),
    WAITING_FOR_ASSIGNMENT("04", "Đã đến, chờ phân công"),
    IN_PROGRESS("05", "Đã phân công, đang xử lý"),
    COMPLETED("06", "Đã xử lý xong"),
    TAKEN_BACK("13", "Thu hồi văn bản"),
    CHANGE_AGREED("15", "Đồng ý thu hồi, cập nhật"),
    CHANGE_REFUSED("16", "Từ chối thu hồi, cập nhật");

    private final String code;
    private final String meaning;

    StatusCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** By its two digits; senders leave out the zero at times. */
    public static Optional<StatusCode> of(String code) {
        String two = code.length() == 1 ? "0" + code : code;
        return Stream.of(values()).filter(s -> s.code.equals(two)).findFirst();
    }

    @JsonCreator
    static StatusCode read(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
