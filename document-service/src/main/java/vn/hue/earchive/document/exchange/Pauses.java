package vn.hue.earchive.document.exchange;

import java.time.Duration;
import java.util.Optional;

/**
 * When to try again: the pause doubles with each failed attempt up to the longest one.
 *
 * @param most attempts altogether
 */
record Pauses(Duration first, Duration longest, int most) {

    /** The pause after so many attempts; empty when there was the last one. */
    Optional<Duration> after(int attempts) {
        if (attempts >= most) {
            return Optional.empty();
        }
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return Optional.of(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
