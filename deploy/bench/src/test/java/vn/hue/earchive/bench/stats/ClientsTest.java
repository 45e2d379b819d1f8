package vn.hue.earchive.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientsTest {

    @Test
    void everyPieceIsDoneOnce() throws Exception {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        Clients.each(
                100,
                4,
                index -> {
                    if (!done.add(index)) {
                        throw new IOException("twice: " + index);
                    }
                });

        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aFailureIsToldAndEndsTheRound() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(() ->
                        Clients.each(
                                1_000_000,
                                1,
                                index -> {
                                    done.add(index);
                                    if (index == 3) {
                                        throw new IOException("broken");
                                    }
                                }))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
        assertThat(done).hasSize(4);
    }
}
