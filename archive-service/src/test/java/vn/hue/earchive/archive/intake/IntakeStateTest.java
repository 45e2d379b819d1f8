package vn.hue.earchive.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of a dossier in the intake, arrow by arrow. */
class IntakeStateTest {

    /**
     * Every state with every command it knows and where that leads. Red when an arrow is added,
     * removed or turned.
     */
    @Test
    void hasTheseTransitionsAndNoOther() {
        Map<String, Map<String, String>> arrows = new TreeMap<>();
        for (Class<?> state : IntakeState.class.getPermittedSubclasses()) {
            arrows.put(
                    state.getSimpleName(),
                    Arrays.stream(state.getDeclaredMethods())
                            .filter(method ->
                                    IntakeState.class.isAssignableFrom(method.getReturnType()))
                            .collect(
                                    Collectors.toMap(
                                            Method::getName,
                                            method -> method.getReturnType().getSimpleName())));
        }

        assertThat(arrows)
                .isEqualTo(
                        Map.of(
                                "Received", Map.of("begin", "Checking"),
                                "Checking",
                                        Map.of(
                                                "accept", "Accepted",
                                                "giveBack", "Returned",
                                                "block", "Blocked"),
                                "Blocked", Map.of("begin", "Checking"),
                                "Accepted", Map.of(),
                                "Returned", Map.of()));
    }
}
