package vn.hue.earchive.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.local.component.StackFailure;

/** Too little memory or disk is said before anything is started. */
class ResourcesTest {

    private static final Path HOME = Path.of(".stack");
    private static final List<String> WANTED = List.of("kafka", "postgres");

    /** Red when a start is tried that the kernel would end. */
    @Test
    void saysWhatNeedsHowMuchMemoryAndHowMuchThereIs() {
        assertThatThrownBy(() -> new Resources(HOME, 499, 100_000).require(WANTED, 500))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(
                        "[kafka, postgres] need about 500 MiB and 499 MiB are available")
                .hasMessageContaining("Stop other programs");
    }

    /** Red when a full disk is found out by the database. */
    @Test
    void saysHowMuchDiskIsFreeAndNeeded() {
        assertThatThrownBy(() -> new Resources(HOME, 9000, 2047).require(WANTED, 500))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("2047 MiB are free under .stack and at least 2048 MiB");
    }

    @Test
    void startsWhereBothSuffice() {
        assertThatCode(() -> new Resources(HOME, 500, 2048).require(WANTED, 500))
                .doesNotThrowAnyException();
    }
}
