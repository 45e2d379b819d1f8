package vn.hue.earchive.document.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void doublesUpToTheLongestAndEnds() {
        Pauses pauses = new Pauses(Duration.ofMinutes(1), Duration.ofMinutes(5), 6);

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(n -> pauses.after(n).orElseThrow()))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
        assertThat(pauses.after(6)).isEmpty();
        assertThat(pauses.after(1_000_000)).isEmpty();
    }
}
