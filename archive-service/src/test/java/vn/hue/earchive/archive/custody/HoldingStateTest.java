package vn.hue.earchive.archive.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of a holding, arrow by arrow. */
class HoldingStateTest {

    /** Red when an arrow is added, removed or turned. */
    @Test
    void hasTheseTransitionsAndNoOther() {
        Map<String, Map<String, String>> arrows = new TreeMap<>();
        for (Class<?> state : HoldingState.class.getPermittedSubclasses()) {
            arrows.put(
                    state.getSimpleName(),
                    Arrays.stream(state.getDeclaredMethods())
                            .filter(method ->
                                    HoldingState.class.isAssignableFrom(method.getReturnType()))
                            .collect(
                                    Collectors.toMap(
                                            Method::getName,
                                            method -> method.getReturnType().getSimpleName())));
        }

        assertThat(arrows)
                .isEqualTo(
                        Map.of(
                                "Accepted", Map.of("store", "Stored"),
                                "Stored", Map.of("replicate", "Replicated"),
                                "Replicated", Map.of()));
    }
}
