package vn.hue.earchive.search.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.search.testing.Agency;
import vn.hue.earchive.search.testing.EngineLine;
import vn.hue.earchive.search.testing.SearchComponents;
import vn.hue.earchive.search.testing.TcpProxy;
import vn.hue.earchive.search.testing.Told;
import vn.hue.earchive.search.testing.Topics;

/**
 * The engine goes away and comes back. Red when offsets are committed before the write, when a
 * failed batch counts as poison, or when the answer tells a stranger what broke.
 */
@QuarkusTest
@QuarkusTestResource(SearchComponents.class)
class EngineOutageTest {

    private static final int TOLD_DURING_THE_OUTAGE = 40;

    @EngineLine
    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    TcpProxy line;

    private final Agency agency = Agency.any();
    private final Told told = new Told(agency);
    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void losesNothingWhileTheEngineIsAway() {
        topics.tell(told.document("Trước sự cố"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agency.total()).isEqualTo(1));

        line.cut();
        try {
            topics.tell(
                    IntStream.range(0, TOLD_DURING_THE_OUTAGE)
                            .mapToObj(i -> (Object) told.document("Trong sự cố " + i))
                            .toArray());
            agency.clerk()
                    .get("/v1/search")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("code", equalTo("SEARCH_UNAVAILABLE"))
                    .body("retryable", equalTo(true))
                    .body("nextStep", notNullValue())
                    .body(not(containsString("127.0.0.1")))
                    .body(not(containsString("Exception")));
            given().get("/q/health/ready").then().statusCode(503);
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            line.mend();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(agency.clerk().get("/v1/search").statusCode()).isEqualTo(200));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(agency.total()).isEqualTo(1 + TOLD_DURING_THE_OUTAGE));
        given().get("/q/health/ready").then().statusCode(200);
    }
}
