package vn.hue.earchive.archive.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a rebuild says of a table depends on its rows alone. */
class TableCountTest {

    private static final Random RANDOM = new Random(20261128);

    private record Row(@Nullable String stores, @Nullable String database) {}

    /**
     * Red when the order of the rows, or where a crash cut the count, changes a digest, or when a
     * digest loses its leading zeros.
     */
    @Test
    void theDigestIsTheSameInAnyOrderAndAfterAnyInterruption() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String digest = digest();
            rows.add(new Row(digest, digest));
        }
        RebuildViews.Table once = count(rows, 0).view("holding");
        Collections.shuffle(rows, RANDOM);

        RebuildViews.Table again = count(rows, 7).view("holding");

        assertThat(again).isEqualTo(once);
        assertThat(again.storesDigest()).hasSize(64).isEqualTo(again.databaseDigest());
        assertThat(count(rows, 7).isEqual()).isTrue();
    }

    /** Red when a kind of difference is taken for another one or for none. */
    @Test
    void tellsEveryKindOfDifference() {
        String same = digest();
        TableCount count =
                count(
                        List.of(
                                new Row(same, same),
                                new Row(digest(), digest()),
                                new Row(digest(), null),
                                new Row(null, digest())),
                        0);

        RebuildViews.Table view = count.view("holding");

        assertThat(count.isEqual()).isFalse();
        assertThat(List.of(view.equal(), view.different(), view.onlyStores(), view.onlyDatabase()))
                .containsOnly(1L);
        assertThat(view.stores()).isEqualTo(3);
        assertThat(view.database()).isEqualTo(3);
        assertThat(view.storesDigest()).isNotEqualTo(view.databaseDigest());
    }

    /** Counts, through what is stored between two steps after every so many rows. */
    private static TableCount count(List<Row> rows, int interruptedAfter) {
        TableCount count = new TableCount();
        for (int at = 0; at < rows.size(); at++) {
            count.add(rows.get(at).stores(), rows.get(at).database());
            if (interruptedAfter > 0 && at % interruptedAfter == 0) {
                count = TableCount.from(new ObjectMapper().valueToTree(count.view("holding")));
            }
        }
        return count;
    }

    private static String digest() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
