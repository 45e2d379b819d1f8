package vn.hue.earchive.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request has its effect once. */
@QuarkusTest
class IdempotencyTest {

    private static final int CALLERS = 16;

    @Inject Probes probes;

    /** Red when the advisory lock is taken away, or the answer is stored in a transaction apart. */
    @Test
    void sixteenCallsAtOnceWithOneKeyHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = probes.effects();
        List<Response> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(() -> add(Someone.clerkOfAnCuu(), key, "once")));
            }
            for (Future<Response> call : calls) {
                answers.add(call.get());
            }
        }
        assertThat(answers).allMatch(a -> a.statusCode() == 201 || a.statusCode() == 409);
        assertThat(answers.stream().filter(a -> a.statusCode() == 201).map(Response::asString))
                .isNotEmpty()
                .allMatch(add(Someone.clerkOfAnCuu(), key, "once").asString()::equals);
        assertThat(probes.effects() - before).isEqualTo(1);
    }

    /** Red when the replay is written anew instead of given as stored. */
    @Test
    void aRepeatedRequestIsAnsweredWithTheSameBytes() {
        String key = UUID.randomUUID().toString();
        Response first = add(Someone.clerkOfAnCuu(), key, "bằng nhau");
        Response again = add(Someone.clerkOfAnCuu(), key, "bằng nhau");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyIsNotReusedForAnotherRequest() {
        String key = UUID.randomUUID().toString();
        add(Someone.clerkOfAnCuu(), key, "one").then().statusCode(201);
        add(Someone.clerkOfAnCuu(), key, "two")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    /** Red when the scope of a key lacks the agency. */
    @Test
    void anotherAgencyMayUseTheSameKey() {
        String key = UUID.randomUUID().toString();
        Response ours = add(Someone.clerkOfAnCuu(), key, "mine");
        Response theirs = add(Someone.clerkOfVyDa(), key, "mine");
        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.path("id").toString()).isNotEqualTo(ours.path("id").toString());
    }

    /** Red when the answer outlives the rollback of its effect. */
    @Test
    void aFailureStoresNothingAndTheKeyWorksAgain() {
        String key = UUID.randomUUID().toString();
        int before = probes.effects();
        add(Someone.clerkOfAnCuu(), key, "fail late").then().statusCode(500);
        add(Someone.clerkOfAnCuu(), key, "fail late").then().statusCode(500);
        assertThat(probes.effects() - before).isEqualTo(2);
        List<String> titles =
                Someone.clerkOfAnCuu().get("/v1/probes?limit=200").path("items.title");
        assertThat(titles).doesNotContain("fail late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "khóa"})
    void demandsAUsableKey(String key) {
        add(Someone.clerkOfAnCuu(), key, "a")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    private static Response add(RequestSpecification who, String key, String title) {
        return who.header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"" + title + "\"}")
                .post("/v1/probes");
    }
}
