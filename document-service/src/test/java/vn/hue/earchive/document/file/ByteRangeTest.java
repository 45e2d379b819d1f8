package vn.hue.earchive.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hue.earchive.kit.problem.Problem;

/** Ranges as RFC 9110 has them. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10, true",
        "bytes=90-200, 90, 10, true",
        "bytes=95-, 95, 5, true",
        "bytes=-7, 93, 7, true",
        "bytes=-700, 0, 100, true",
        "bytes=9-3, 0, 100, false",
        "'bytes=0-1,4-5', 0, 100, false",
        "items=0-1, 0, 100, false",
        "bytes=-, 0, 100, false",
    })
    void takesOneRangeAndGivesTheWholeOtherwise(
            String field, long first, long length, boolean partial) {
        assertThat(ByteRange.of(field, 100)).isEqualTo(new ByteRange(first, length, partial));
    }

    @Test
    void refusesWhatLiesBehindTheEnd() {
        assertThatThrownBy(() -> ByteRange.of("bytes=100-", 100)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ByteRange.of("bytes=-0", 100)).isInstanceOf(Problem.class);
    }
}
