package vn.hue.earchive.document.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bus's answers: what is good, what is tried again, what waits for a person. */
class LgspAnswerTest {

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ErrorCode\":\"0\",\"DocID\":17}",
                "{\"ErrorCode\":0,\"DocID\":\"17\"}",
                "{\"success\":true,\"data\":{\"docId\":\"17\"}}",
                "{\"code\":200,\"docId\":\"17\"}",
            })
    void takesEveryGoodForm(String answer) throws Exception {
        assertThatCode(() -> LgspAnswer.check(200, json(answer))).doesNotThrowAnyException();
        assertThat(LgspAnswer.busId(json(answer))).contains("17");
    }

    /** Red when a final error is tried again, or a passing one is given up at once. */
    @ParameterizedTest
    @CsvSource({
        "200, 10, BUS_REFUSED, false",
        "200, 15, BUS_CREDENTIALS, false",
        "200, 18, BUS_REFUSED, false",
        "200, 19, BUS_REFUSED, false",
        "200, 20, BUS_REFUSED, false",
        "200, 21, BUS_REFUSED, false",
        "200, 22, BUS_REFUSED, false",
        "200, 23, BUS_REFUSED, false",
        "500, 18, BUS_REFUSED, false",
        "200, 99, BUS_REFUSED, true",
        "401, '', BUS_CREDENTIALS, false",
        "403, '', BUS_CREDENTIALS, false",
        "400, '', BUS_REFUSED, false",
        "302, '', BUS_REFUSED, false",
        "408, '', BUS_FAILING, true",
        "429, '', BUS_FAILING, true",
        "500, '', BUS_FAILING, true",
        "503, '', BUS_FAILING, true",
    })
    void tellsPassingFailuresFromFinalOnes(
            int status, String code, String expected, boolean retryable) throws Exception {
        JsonNode answer = json("{\"ErrorCode\":\"" + code + "\",\"ErrorDesc\":\"Lỗi\"}");

        BusFailure failure = (BusFailure) catchThrowable(() -> LgspAnswer.check(status, answer));

        assertThat(failure.code().name()).isEqualTo(expected);
        assertThat(failure.retryable()).isEqualTo(retryable);
    }

    @Test
    void anAnswerThatSaysNoIsNoSuccess() throws Exception {
        BusFailure failure =
                (BusFailure)
                        catchThrowable(() -> LgspAnswer.check(200, json("{\"success\":false}")));
        assertThat(failure.retryable()).isTrue();
    }
}
