package vn.hue.earchive.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyProblemSaysWhatHappenedAndWhatToDo(String language) {
        Set<String> wanted =
                Arrays.stream(GatewayProblem.values())
                        .flatMap(problem ->
                                Stream.of("title", "detail", "nextStep")
                                        .map(part -> problem + "." + part))
                        .collect(Collectors.toSet());
        assertThat(ProblemAnswer.texts(Locale.forLanguageTag(language)).keySet()).isEqualTo(wanted);
    }
}
