package vn.hue.earchive.document.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed from a subject or a file name. Red when a person would have to correct it. */
class LetterReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Công văn số 123/UBND-VP ngày 12/3/2026 về việc nộp lưu|123|UBND-VP",
                "05/CT–UBND: tăng cường công tác văn thư|05|CT-UBND",
                "V/v gửi 12/2026/QĐ-UBND|12|2026/QĐ-UBND",
                "QĐ 7a/QĐ-UBND|7a|QĐ-UBND",
                "Họp ngày 12/3/2026||",
                "Tiến độ 30/4 công trình||",
                "Không có số||",
            })
    void theNumberInASubject(String subject, @Nullable String number, @Nullable String notation) {
        assertThat(LetterReading.number(subject).map(n -> n.number() + " " + n.notation()))
                .isEqualTo(
                        number == null
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(number + " " + notation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123-UBND-VP.pdf|123 UBND-VP",
                "05_CT-UBND (ký số).pdf|05 CT-UBND",
                "2026-03-12 báo cáo.pdf|",
                "phụ lục 1.xlsx|",
            })
    void theNumberInAFileName(String name, @Nullable String read) {
        assertThat(LetterReading.numberOfFile(name).map(n -> n.number() + " " + n.notation()))
                .isEqualTo(java.util.Optional.ofNullable(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Công văn ngày 12/3/2026|2026-03-12",
                "Giấy mời ngày 1 tháng 12 năm 2026|2026-12-01",
                "Quyết định NGÀY 09-11-2025 của Chủ tịch|2025-11-09",
                "ngày 31/2/2026|",
                "họp sáng 12/3|",
            })
    void theDateInASubject(String subject, @Nullable LocalDate read) {
        assertThat(LetterReading.date(subject)).isEqualTo(java.util.Optional.ofNullable(read));
    }

    @Test
    void withoutASubjectNothingIsProposed() {
        assertThat(LetterReading.number(null)).isEmpty();
        assertThat(LetterReading.date(null)).isEmpty();
    }
}
