package vn.hue.earchive.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.events.DocumentRegistered;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/**
 * What was told is found. Red when a form is not folded alike in entry and query, a number keeps
 * its zeros, a filter is left out of the query, or a tombstone is not written.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class FindingTest {

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void findsADocumentWithAccentsWithoutAndWithTheToneElsewhere() {
        topics.tell(told.document("Kế hoạch chỉnh trang phường Thuận Hóa"));
        awaitTotal(1);

        for (String q :
                List.of(
                        "Thuận Hóa",
                        "thuận hoá",
                        "THUẬN HOÁ",
                        "thuan hoa",
                        "Thuâ\u0323n Ho\u0301a",
                        "hoa thuan",
                        "\"chỉnh trang phường\"",
                        "kế hoạch sở nội vụ")) {
            assertThat(agency.titles(q)).as(q).hasSize(1);
        }
        for (String q : List.of("thuận an", "thuan hoan", "\"phường chỉnh trang\"", "hó")) {
            assertThat(agency.titles(q)).as(q).isEmpty();
        }
    }

    @Test
    void findsADocumentByItsNumberHoweverItIsWritten() {
        topics.tell(
                told.numbered("05", "CT-UBND", "Về công tác văn thư"),
                told.numbered("15", "CT-UBND", "Về công tác lưu trữ"),
                told.numbered("12", "2025/QĐ-UBND", "Ban hành quy chế"),
                told.numbered("08", "CT/TU", "Về công tác cán bộ"));
        awaitTotal(4);

        for (String q :
                List.of("5/ct-ubnd", "05/CT-UBND", "005/CT–UBND", "05 / CT - UBND", "5/CT")) {
            assertThat(agency.titles(q)).as(q).containsExactly("Về công tác văn thư");
        }
        assertThat(agency.titles("công tác 5/ct-ubnd")).containsExactly("Về công tác văn thư");
        assertThat(agency.titles("12/2025/qd-ubnd")).containsExactly("Ban hành quy chế");
        assertThat(agency.titles("8-CT/TU")).containsExactly("Về công tác cán bộ");
        assertThat(agency.titles("CT-UBND")).hasSize(2);
        assertThat(agency.titles("6/CT-UBND")).isEmpty();
    }

    @Test
    void putsTheDocumentThatHasTheNumberBeforeThoseThatMentionIt() {
        topics.tell(
                told.numbered("31", "BC-VP", "Báo cáo thực hiện Chỉ thị 05/CT-UBND"),
                told.numbered("05", "CT-UBND", "Chỉ thị về phòng chống lụt bão"));
        awaitTotal(2);

        assertThat(agency.titles("05/CT-UBND"))
                .containsExactly(
                        "Chỉ thị về phòng chống lụt bão", "Báo cáo thực hiện Chỉ thị 05/CT-UBND");
    }

    @Test
    void findsBothSpellingsOfIAndY() {
        topics.tell(told.document("Đình làng Vỹ Dạ"), told.document("Khảo tả kĩ thuật đình làng"));
        awaitTotal(2);

        assertThat(agency.titles("Vĩ Dạ")).containsExactly("Đình làng Vỹ Dạ");
        assertThat(agency.titles("ky thuat")).containsExactly("Khảo tả kĩ thuật đình làng");
        assertThat(agency.titles("kỹ thuật")).containsExactly("Khảo tả kĩ thuật đình làng");
    }

    /** Red when a document is found by what its sender has corrected since. */
    @Test
    void findsACorrectedLineByWhatItSaysNow() {
        DocumentRegistered document = told.document("Thông báo lịch tiếp công dân tháng ba");
        topics.tell(document);
        awaitTotal(1);

        topics.tell(told.corrected(document, 3, "Thông báo hoãn lịch tiếp dân"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(agency.titles("hoãn lịch"))
                                .containsExactly("Thông báo hoãn lịch tiếp dân"));
        assertThat(agency.titles("tháng ba")).isEmpty();
    }

    @Test
    void showsEnoughToChooseFrom() {
        topics.tell(told.agencyNamed(1, "H57.21", "UBND phường Vỹ Dạ"));
        DocumentRegistered document = told.numbered("05", "CT-UBND", "Về công tác văn thư");
        topics.tell(document);
        awaitTotal(1);
        String id = document.document().documentId().toString();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agency.search("văn thư")
                                .body("items[0].agencyName", equalTo("UBND phường Vỹ Dạ")));
        agency.search("văn thư")
                .body("total", equalTo(1))
                .body("totalExact", equalTo(true))
                .body("next", nullValue())
                .body("items[0].kind", equalTo("document"))
                .body("items[0].id", equalTo(id))
                .body("items[0].href", equalTo("/v1/incoming-documents/" + id))
                .body("items[0].number", equalTo("05/CT-UBND"))
                .body("items[0].date", equalTo("2026-03-05"))
                .body("items[0].agencyCode", equalTo("H57.21"))
                .body("items[0].typeCode", equalTo("03"))
                .body("items[0].issuerName", equalTo("Sở Nội vụ"))
                .body("items[0].accessMode", equalTo("01"))
                .body("items[0].version", equalTo(1));
    }

    @Test
    void filtersByTypeAndByLegalDates() {
        topics.tell(
                told.ofType("14", "Báo cáo quý một"),
                told.dated(LocalDate.of(2025, 12, 31), "Cuối năm trước"),
                told.dated(LocalDate.of(2026, 1, 1), "Đầu năm nay"),
                told.described(UUID.randomUUID(), 1, "Hồ sơ đang mở từ tháng Giêng"));
        awaitTotal(4);

        assertThat(titlesWhere("typeCode", "14")).containsExactly("Báo cáo quý một");
        assertThat(titlesWhere("typeCode", "14,03")).hasSize(3);
        assertThat(titlesWhere("to", "2025-12-31")).containsExactly("Cuối năm trước");
        assertThat(titlesWhere("from", "2026-01-01"))
                .containsExactlyInAnyOrder(
                        "Báo cáo quý một", "Đầu năm nay", "Hồ sơ đang mở từ tháng Giêng");
        // A dossier without an end covers every later day.
        assertThat(titlesWhere("from", "2031-05-01"))
                .containsExactly("Hồ sơ đang mở từ tháng Giêng");
        assertThat(titlesWhere("kind", "dossier")).containsExactly("Hồ sơ đang mở từ tháng Giêng");
        assertThat(titlesWhere("kind", "document,holding")).hasSize(3);
    }

    @Test
    void givesEverythingNewestFirstWithoutAQuestion() {
        topics.tell(
                told.dated(LocalDate.of(2024, 5, 1), "Hai"),
                told.dated(LocalDate.of(2025, 5, 1), "Một"),
                told.dated(LocalDate.of(2023, 5, 1), "Ba"));
        awaitTotal(3);

        List<String> titles = agency.clerk().get("/v1/search").path("items.title");
        assertThat(titles).containsExactly("Một", "Hai", "Ba");
    }

    @Test
    void findsADossierAsAHoldingOnceTheArchiveHasIt() {
        UUID id = UUID.randomUUID();
        topics.tell(told.described(id, 1, "Hồ sơ trùng tu cầu Trường Tiền"));
        awaitTotal(1);
        agency.search("trường tiền").body("items.kind", equalTo(List.of("dossier")));

        topics.tell(
                told.handedOver(id, 4, "Hồ sơ trùng tu cầu Trường Tiền"),
                told.accepted(id, 1),
                told.stored(
                        id,
                        2,
                        "Hồ sơ trùng tu cầu Trường Tiền",
                        Told.inside("09", "Nghiệm thu mặt cầu", "01"),
                        Told.inside("10", "Danh sách nhân chứng", "02")),
                told.replicated(id, 3));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agency.search("trường tiền")
                                .body("items.kind", equalTo(List.of("holding"))));

        agency.search("trường tiền")
                .body("total", equalTo(1))
                .body("items[0].href", equalTo("/v1/holdings/" + id))
                .body("items[0].endDate", equalTo("2026-11-30"));
        agency.search("nghiệm thu mặt cầu").body("items.id", hasItem(id.toString()));
        agency.search("9/ct-ubnd").body("items.id", hasItem(id.toString()));
        agency.search("nhân chứng").body("total", equalTo(0));
        agency.search("10/ct-ubnd").body("total", equalTo(0));
    }

    /**
     * Red when photos and recordings are not found, or tell what only some readers may know (shown
     * without the filter by access mode).
     */
    @Test
    void findsAHoldingByItsPhotosAndRecordings() {
        UUID id = UUID.randomUUID();
        topics.tell(
                told.stored(
                        id,
                        2,
                        "Hồ sơ lễ hội",
                        List.of(Told.inside("11", "Kế hoạch lễ hội", "01")),
                        List.of(
                                Told.photo("Rước kiệu qua cầu", "Lễ hội điện Hòn Chén", "01"),
                                Told.photo("Chân dung nhân chứng", "Phỏng vấn kín", "02"))));
        awaitTotal(1);

        agency.search("ruoc kieu").body("items.id", hasItem(id.toString()));
        agency.search("hòn chén").body("items.id", hasItem(id.toString()));
        agency.search("phỏng vấn kín").body("total", equalTo(0));
    }

    @Test
    void isFoundWithinAboutASecond() {
        topics.tell(told.document("Văn bản mở đường"));
        awaitTotal(1);

        topics.tell(told.document("Văn bản cần gấp"));

        await().atMost(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(agency.titles("cần gấp")).hasSize(1));
    }

    private List<String> titlesWhere(String parameter, String value) {
        return agency.clerk()
                .queryParam(parameter, value)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
    }

    private void awaitTotal(int total) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(total));
    }
}
