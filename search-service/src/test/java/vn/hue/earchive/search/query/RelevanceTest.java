package vn.hue.earchive.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/**
 * What people expect first comes first: typed form, tone placed otherwise, other spelling or no
 * accents in the entry, accents that differ. Red when a step is missing, when the steps are lower
 * than a frequent word's relevance, or when the title weighs no more than the rest.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class RelevanceTest {

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void ranksTheTypedFormThenTheToneThenTheBareWordThenOtherAccents() {
        titled(
                "Họa sĩ vẽ cảnh họa họa họa",
                "Tai hoa khong dau",
                "Biên bản hòa giải",
                "Biên bản hoà giải ở cơ sở");

        assertThat(agency.titles("hoà"))
                .containsExactly(
                        "Biên bản hoà giải ở cơ sở",
                        "Biên bản hòa giải",
                        "Tai hoa khong dau",
                        "Họa sĩ vẽ cảnh họa họa họa");
        assertThat(agency.titles("hòa"))
                .startsWith("Biên bản hòa giải", "Biên bản hoà giải ở cơ sở");
        assertThat(agency.titles("hoa")).first().isEqualTo("Tai hoa khong dau");
        assertThat(agency.titles("hoa")).hasSize(4);
    }

    /** Two hundred entries that only share the bare letters do not push the meant one down. */
    @Test
    void isNotDrownedByEntriesWithOtherAccents() {
        titled(
                Stream.concat(
                                Stream.generate(() -> "Họ số, hộ sợ: hồ so hổ số họ sổ").limit(200),
                                Stream.of(
                                        "Một văn bản rất dài về nhiều việc khác nhau của phường, trong"
                                                + " đó ở đoạn cuối cùng có nhắc đến việc lập hồ sơ một lần"))
                        .toArray(String[]::new));

        assertThat(agency.titles("hồ sơ").getFirst()).startsWith("Một văn bản rất dài");
        assertThat(agency.titles("\"hồ sơ\"").getFirst()).startsWith("Một văn bản rất dài");
    }

    @Test
    void ranksNamesOfHue() {
        titled(
                "Quy hoạch phân khu phường Thuận Hóa",
                "Quy hoạch phân khu phường Thuận An",
                "Danh sách hộ dân phường Hóa Châu theo thuận",
                "Quy hoạch bến thuyền Vĩ Dạ",
                "Lễ hội đình Vỹ Dạ",
                "Đầu tư hạ tầng khu kinh tế Chân Mây – Lăng Cô",
                "Giao đất tại xã A Lưới 1",
                "Giao đất tại xã A Lưới 2",
                "Điều lệ hội làm vườn Huế",
                "Đại học Huế thông báo tuyển sinh");

        assertThat(agency.titles("thuan hoa").getFirst())
                .isEqualTo("Quy hoạch phân khu phường Thuận Hóa");
        assertThat(agency.titles("Thuận Hoá").getFirst())
                .isEqualTo("Quy hoạch phân khu phường Thuận Hóa");
        assertThat(agency.titles("Vỹ Dạ"))
                .containsExactly("Lễ hội đình Vỹ Dạ", "Quy hoạch bến thuyền Vĩ Dạ");
        assertThat(agency.titles("Chân Mây - Lăng Cô")).hasSize(1);
        assertThat(agency.titles("chan may lang co")).hasSize(1);
        assertThat(agency.titles("A Lưới 2").getFirst()).isEqualTo("Giao đất tại xã A Lưới 2");
        assertThat(agency.titles("đại học huế"))
                .containsExactly("Đại học Huế thông báo tuyển sinh");
        assertThat(agency.titles("dai hoc hue"))
                .containsExactly("Đại học Huế thông báo tuyển sinh");
        assertThat(agency.titles("Ðại học"))
                .as("with the Icelandic letter")
                .containsExactly("Đại học Huế thông báo tuyển sinh");
    }

    @Test
    void putsTheTitleBeforeTheRest() {
        titled("Nội quy cơ quan", "Quyết định của Sở Nội vụ về nội quy", "Về đất đai");

        // All were issued by Sở Nội vụ; one is about it.
        assertThat(agency.titles("nội vụ").getFirst())
                .isEqualTo("Quyết định của Sở Nội vụ về nội quy");
        assertThat(agency.titles("nội vụ")).hasSize(3);
    }

    private void titled(String... titles) {
        topics.tell(List.of(titles).stream().map(told::document).toArray());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(titles.length));
    }
}
