package vn.hue.earchive.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.probe.Someone;

/** Answers are kept for a day, and no longer. */
@QuarkusTest
class IdempotencyExpiryTest {

    private static final Duration RETENTION = Duration.ofHours(24);

    @Inject DataSource database;

    /** Red when keys are forgotten before their time, or never. */
    @Test
    void aKeyIsForgottenAfterTheRetentionAndNotBefore() {
        String key = UUID.randomUUID().toString();
        Response first = add(key);

        after(RETENTION.minusMinutes(10)).forget();
        assertThat(add(key).header("Idempotency-Replayed")).isEqualTo("true");

        int forgotten = after(RETENTION.plusMinutes(10)).forget();

        assertThat(forgotten).isPositive();
        Response anew = add(key);
        assertThat(anew.header("Idempotency-Replayed")).isNull();
        assertThat(anew.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    private IdempotencyExpiry after(Duration time) {
        return new IdempotencyExpiry(database, Clock.offset(Clock.systemUTC(), time), RETENTION);
    }

    private static Response add(String key) {
        return Someone.clerkOfAnCuu()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"a day\"}")
                .post("/v1/probes");
    }
}
