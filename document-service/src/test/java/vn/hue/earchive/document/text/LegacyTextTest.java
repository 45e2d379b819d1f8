package vn.hue.earchive.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.document.text.LegacyText.Encoding;

/** Texts of former encodings, and texts that must not be taken for such. */
class LegacyTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Uû ban nh©n d©n thµnh phè HuÕ | Uỷ ban nhân dân thành phố Huế",
                "QuyÕt ®Þnh vÒ viÖc b¶o qu¶n hå s¬ | Quyết định về việc bảo quản hồ sơ",
                "B¸o c¸o kÕt qu¶ n¨m 2025 | Báo cáo kết quả năm 2025",
            })
    void readsTcvn3(String written, String meant) {
        assertThat(LegacyText.recognise(written))
                .contains(new LegacyText.Finding(Encoding.TCVN3, meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Uûy ban nhaân daân thaønh phoá Hueá | Ủy ban nhân dân thành phố Huế",
                "Quyeát ñònh veà vieäc baûo quaûn hoà sô | Quyết định về việc bảo quản hồ sơ",
                "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            })
    void readsVni(String written, String meant) {
        assertThat(LegacyText.recognise(written))
                .contains(new LegacyText.Finding(Encoding.VNI, meant));
    }

    @Test
    void readsDecomposedUnicode() {
        String meant = "Về tăng cường quản lý công tác văn thư, lưu trữ";
        String written = Normalizer.normalize(meant, Normalizer.Form.NFD);

        assertThat(LegacyText.recognise(written))
                .contains(new LegacyText.Finding(Encoding.NFD, meant));
    }

    /** Red when every character beyond ASCII is suspected. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Về tăng cường quản lý công tác văn thư, lưu trữ trong quá trình sắp xếp tổ chức",
                "Ủy ban nhân dân xã Chân Mây – Lăng Cô",
                "05/CT-UBND",
                "Kế hoạch số 12/KH-UBND ngày 05/3/2025 “về chuyển đổi số”",
                "Điều 5 § 2, nhiệt độ 25 °C, diện tích 100 m²",
                "Café Zürich GmbH",
                "Hoà Bình, thuỷ lợi, khoẻ mạnh, quý, ngoằn ngoèo, khuỷu tay, nghiêng",
                "",
            })
    void leavesGoodTextAlone(String text) {
        assertThat(LegacyText.recognise(text)).isEmpty();
    }
}
