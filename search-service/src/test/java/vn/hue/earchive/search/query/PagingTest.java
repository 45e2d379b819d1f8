package vn.hue.earchive.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/**
 * Pages meet without gap or overlap. Red when the order lacks its last key, when a cursor forgets
 * the score, or when it is taken into another search.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class PagingTest {

    private static final int ENTRIES = 45;

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();

    @BeforeEach
    void tell() {
        // Few distinct dates and titles: most entries tie in every key but the last.
        topics.tell(
                IntStream.range(0, ENTRIES)
                        .mapToObj(i ->
                                (Object)
                                        told.dated(
                                                LocalDate.of(2026, 1, 1 + i % 3),
                                                i % 5 == 0 ? "Sổ hộ tịch" : "Trích lục hộ tịch"))
                        .toArray());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(ENTRIES));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @ParameterizedTest
    @CsvSource({"'',1", "'',7", "'',44", "'',45", "hộ tịch,7", "ho tich,45", "hộ tịch,200"})
    void walksEveryEntryOnce(String q, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(q, limit, cursor).then().statusCode(200).extract().jsonPath();
            assertThat(page.getInt("total")).isEqualTo(ENTRIES);
            assertThat(page.getList("items")).hasSizeBetween(1, limit);
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(ids).hasSize(ENTRIES).doesNotHaveDuplicates();
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        String cursor = page("hộ tịch", 5, null).path("next");

        page("hộ tịch", 5, cursor).then().statusCode(200);
        refused(page("ho tich", 5, cursor));
        refused(page("", 5, cursor));
        refused(page("hộ tịch", 5, "nonsense"));
        refused(page("hộ tịch", 5, Cursor.encode("a", "b")));
        refused(page("hộ tịch", 5, Cursor.encode("a", "NaN", 1, "x")));
        Agency other = Agency.any();
        refused(with(other.clerk(), "hộ tịch", 5, cursor));
    }

    private static void refused(Response response) {
        response.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_CURSOR"));
    }

    private Response page(String q, int limit, @Nullable String cursor) {
        return with(agency.clerk(), q, limit, cursor);
    }

    private static Response with(
            RequestSpecification request, String q, int limit, @Nullable String cursor) {
        RequestSpecification asked = request.queryParam("limit", limit);
        if (!q.isEmpty()) {
            asked.queryParam("q", q);
        }
        if (cursor != null) {
            asked.queryParam("cursor", cursor);
        }
        return asked.get("/v1/search");
    }
}
