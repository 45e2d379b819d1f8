package vn.hue.earchive.archive.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where copies belong, and how long a failure rests. */
class CopiesPolicyTest {

    private static final List<String> STORES = List.of("primary", "replica", "remote");
    private static final Map<String, List<String>> RULES =
            Map.of("05", List.of("replica", "primary"), "06", List.of("primary", "gone"));

    /** Red when a class without a rule lacks a store, or a rule is not kept. */
    @ParameterizedTest
    @CsvSource({
        "01, primary replica remote, 2",
        "02, primary replica remote, 2",
        "05, primary replica, 2",
        "06, primary, 2"
    })
    void aClassHasItsCopiesWhereItsRuleSays(String code, String stores, int required) {
        assertThat(String.join(" ", CopiesPolicy.wanted(RULES, STORES, code))).isEqualTo(stores);
        assertThat(CopiesPolicy.required(RULES, STORES, 2, code)).isEqualTo(required);
    }

    /** Red when a class for which more stores are named is content with fewer. */
    @Test
    void aClassWithMoreStoresNeedsThemAll() {
        assertThat(CopiesPolicy.required(Map.of("01", STORES), STORES, 2, "01")).isEqualTo(3);
    }

    /** Red when the service begins with a rule that it cannot keep. */
    @ParameterizedTest
    @CsvSource({
        "01, primary replica, true",
        "07, primary replica remote, true",
        "01, primary, false",
        "01, primary primary, false",
        "01, primary gone, false",
        "08, primary replica, false"
    })
    void aRuleNamesEnoughConfiguredStores(String code, String rule, boolean kept) {
        Map<String, List<String>> rules = Map.of(code, List.of(rule.split(" ")));
        if (kept) {
            CopiesPolicy.validate(rules, STORES, 2);
        } else {
            assertThatThrownBy(() -> CopiesPolicy.validate(rules, STORES, 2))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Red when pauses do not grow, or grow beyond the limit. */
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "2, 10", "3, 20", "6, 160", "7, 300", "80, 300"})
    void pausesDoubleUpToTheLimit(int attempt, int seconds) {
        assertThat(Backoff.pause(attempt, Duration.ofSeconds(5), Duration.ofMinutes(5)))
                .hasSeconds(seconds);
    }
}
