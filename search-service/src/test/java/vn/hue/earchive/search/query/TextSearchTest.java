package vn.hue.earchive.search.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.archive.events.HoldingTextExtracted;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SaidTexts;
import vn.hue.earchive.search.testing.SaidTexts.SaidFile;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/** Holdings are found by what their files say, by those who may read them. */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class TextSearchTest {

    private static final Instant FIRST = Instant.parse("2026-11-28T04:00:00Z");

    @Inject SaidTexts texts;

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();
    private final UUID holding = UUID.randomUUID();
    private final AipStored stored = told.stored(holding, 2, "Hồ sơ hội nghị tổng kết");

    @AfterEach
    void close() {
        topics.close();
    }

    /** Red when what is said is not folded as the question is, or the wrong words are marked. */
    @Test
    void findsAHoldingByWhatItsFileSaysAndShowsWhere() {
        SaidFile file =
                SaidFile.open(
                        "ỦY BAN NHÂN DÂN",
                        "Điều 1. Phê duyệt phương án di dời các hộ dân\nkhu vực Thượng Thành để thực hiện dự án.");
        topics.tell(stored, texts.of(stored, FIRST, file));
        awaitFound("thượng thành");

        for (String q :
                List.of(
                        "phương án di dời",
                        "PHUONG AN DI DOI",
                        "\"di dời các hộ dân\"",
                        "\"hộ dân khu vực\"",
                        // One word in the description, one in the file.
                        "hội nghị thượng thành")) {
            assertThat(agency.titles(q)).as(q).containsExactly("Hồ sơ hội nghị tổng kết");
        }
        for (String q : List.of("phương án tái định cư", "\"dời di\"", "\"nhân dân điều\"")) {
            assertThat(agency.titles(q)).as(q).isEmpty();
        }
        agency.search("thuong thanh")
                .body("total", equalTo(1))
                .body("items[0].snippets", hasSize(1))
                .body("items[0].snippets[0].fileId", equalTo(file.fileId().toString()))
                .body("items[0].snippets[0].page", equalTo(2))
                .body("items[0].snippets[0].text", containsString("khu vực Thượng Thành để"));
        String text = agency.search("thuong thanh").extract().path("items[0].snippets[0].text");
        List<Integer> starts =
                agency.search("thuong thanh").extract().path("items[0].snippets[0].marks.start");
        List<Integer> ends =
                agency.search("thuong thanh").extract().path("items[0].snippets[0].marks.end");
        assertThat(text.substring(starts.get(0), ends.get(0))).isEqualTo("Thượng");
        assertThat(text.substring(starts.get(1), ends.get(1))).isEqualTo("Thành");
        agency.search("tổng kết").body("items[0].snippets", nullValue());
    }

    /** Red when a text stands before what is about it, or behind a title of other words. */
    @Test
    void textsStandBehindDescriptionsAndBeforeOtherAccents() {
        AipStored other = told.stored(UUID.randomUUID(), 2, "Hồ sơ khác");
        topics.tell(
                stored,
                texts.of(stored, FIRST, SaidFile.open("kè chống sạt lở ".repeat(60))),
                other,
                texts.of(other, FIRST, SaidFile.open("kẻ chồng sát lò ".repeat(60))),
                told.document("Kè chống sạt lở sông Bồ"),
                told.document("Kế chông sắt lọ"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(agency.titles("kè chống sạt lở"))
                                .containsExactly(
                                        "Kè chống sạt lở sông Bồ",
                                        "Hồ sơ hội nghị tổng kết",
                                        "Kế chông sắt lọ",
                                        "Hồ sơ khác"));
        assertThat(agency.titles("ke chong sat lo").subList(0, 2))
                .containsExactlyInAnyOrder("Kè chống sạt lở sông Bồ", "Kế chông sắt lọ");
    }

    /**
     * Red when the access mode of the file is not part of the query: then a total, a snippet or a
     * rank tells what the file says.
     */
    @Test
    void nobodyFindsByWhatTheyMayNotRead() {
        topics.tell(
                stored,
                texts.of(
                        stored,
                        FIRST,
                        SaidFile.open("Mức hỗ trợ công khai"),
                        SaidFile.conditional("Mức hỗ trợ riêng của hộ ông Trần")));
        awaitFound("\"mức hỗ trợ\"");
        String secret = "ông Trần";

        for (String role : List.of("specialist", "agency-archivist", "leader", "council-member")) {
            search(role, secret).body("total", equalTo(1)).body("items[0].snippets", hasSize(1));
            search(role, "mức hỗ trợ").body("items[0].snippets", hasSize(2));
        }
        for (String role : List.of("reader", "clerk", "integration")) {
            search(role, secret).body("total", equalTo(0)).body("items", hasSize(0));
            search(role, "mức hỗ trợ")
                    .body("total", equalTo(1))
                    .body("items[0].snippets", hasSize(1))
                    .body("items[0].snippets[0].text", not(containsString("Trần")));
        }
        search("auditor", "mức hỗ trợ").body("total", equalTo(0));
        search("auditor", "tổng kết").body("total", equalTo(1));
        Agency foreign = Agency.any();
        for (String q : List.of("mức hỗ trợ", secret)) {
            given().auth()
                    .oauth2(foreign.token("agency-archivist"))
                    .queryParam("q", q)
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0))
                    .body("items", hasSize(0))
                    .body(not(containsString("Trần")));
        }
    }

    /** Red when the later of two facts in time, not in meaning, wins. */
    @Test
    void theOrderOfTheFactsDoesNotMatter() {
        HoldingTextExtracted scanned =
                texts.of(stored, FIRST.plusSeconds(60), SaidFile.open("nhận dạng được rồi"));
        topics.tell(scanned, scanned);
        awaitFound("\"nhận dạng được\"");

        topics.tell(texts.of(stored, FIRST, SaidFile.open("chưa nhận dạng")), stored);

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(agency.titles("\"được rồi\"")).hasSize(1);
                    assertThat(agency.titles("\"chưa nhận dạng\"")).isEmpty();
                });
        topics.tell(told.stored(holding, 4, "Hồ sơ mô tả lại"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(agency.titles("mô tả lại")).containsExactly("Hồ sơ mô tả lại"));
    }

    /** Red when a lost text takes the description, or the events behind it, with it. */
    @Test
    void aTextThatIsGoneLeavesTheDescription() {
        HoldingTextExtracted lost = texts.of(stored, FIRST, SaidFile.open("mất rồi"));
        texts.lose(lost.objectKey());
        UUID other = UUID.randomUUID();
        AipStored next = told.stored(other, 2, "Hồ sơ kế tiếp");

        topics.tell(lost, stored, next, texts.of(next, FIRST, SaidFile.open("còn đây")));

        awaitFound("\"còn đây\"");
        assertThat(agency.titles("tổng kết")).hasSize(1);
        assertThat(agency.titles("mất rồi")).isEmpty();
    }

    /** Red when an entry grows with its files without end. */
    @Test
    void aLongTextIsSearchedUpToItsLimit() {
        topics.tell(
                stored,
                texts.of(
                        stored,
                        FIRST,
                        SaidFile.open("đầu tiên " + "và ".repeat(20_000) + "cuối cùng"),
                        SaidFile.open("tệp sau")));
        awaitFound("\"đầu tiên\"");

        assertThat(agency.titles("\"cuối cùng\"")).isEmpty();
        assertThat(agency.titles("\"tệp sau\"")).isEmpty();
    }

    private ValidatableResponse search(String role, String q) {
        return given().auth()
                .oauth2(agency.token(role))
                .queryParam("q", q)
                .get("/v1/search")
                .then()
                .statusCode(200);
    }

    private void awaitFound(String q) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> search("agency-archivist", q).body("total", equalTo(1)));
    }
}
