package vn.hue.earchive.document.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Red when a mark slips through, or when a letter about secrecy is taken for a secret one. */
class SecrecyMarkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[MẬT] Kế hoạch diễn tập",
                "(Mật) Kế hoạch diễn tập",
                "MẬT: Kế hoạch diễn tập",
                "MẬT",
                "Kế hoạch diễn tập - MẬT",
                "MẬT - Kế hoạch diễn tập",
                "Độ mật: Mật. Kế hoạch diễn tập",
                "TỐI MẬT Kế hoạch",
                "Tuyệt mật: Kế hoạch",
                "KE HOACH TUYET MAT",
                "12_MẬT_KH-BCH.pdf",
                "MẬT_KH-BCH.pdf",
                "toi_TỐI_MẬT.pdf",
                "ỦY BAN NHÂN DÂN\nMẬT\nKẾ HOẠCH",
            })
    void marksAreRecognised(String text) {
        assertThat(SecrecyMark.isIn(text)).isTrue();
        assertThat(SecrecyMark.isIn(Normalizer.normalize(text, Normalizer.Form.NFD))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Về bảo vệ bí mật nhà nước",
                "VỀ BẢO MẬT THÔNG TIN",
                "Đổi mật khẩu hộp thư",
                "MẬT KHẨU MỚI",
                "Cơ quan mật mã",
                "Về mật độ xây dựng - phường An Cựu",
                "Mật ong rừng A Lưới",
                "thi trấn toi mat",
                "bao-mat-he-thong.pdf",
                "",
            })
    void whatOnlySpeaksOfSecrecyIsNotRefused(String text) {
        assertThat(SecrecyMark.isIn(text)).isFalse();
    }

    @Test
    void nothingIsNoMark() {
        assertThat(SecrecyMark.isIn(null)).isFalse();
    }
}
