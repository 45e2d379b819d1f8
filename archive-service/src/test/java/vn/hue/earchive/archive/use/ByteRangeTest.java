package vn.hue.earchive.archive.use;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 section 14, one range at a time. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    bytes=0-0,      1000, 0,   1
                    bytes=0-,       1000, 0,   1000
                    bytes=990-2000, 1000, 990, 10
                    bytes=-10,      1000, 990, 10
                    bytes=-5000,    1000, 0,   1000
                    bytes=999-,     1000, 999, 1
                    """)
    void readsOneRange(String header, long size, long first, long length) {
        assertThat(ByteRange.of(header, size))
                .isEqualTo(new ByteRange.Asked.Part(new ByteRange(first, length)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    bytes=1000-, 1000
                    bytes=-0,    1000
                    bytes=0-,    0
                    """)
    void saysWhenNoneOfItExists(String header, long size) {
        assertThat(ByteRange.of(header, size)).isEqualTo(new ByteRange.Asked.Unsatisfiable());
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-1;5-6", "bytes=-", "lines=0-1", "bytes=9-3", "bytes=a-b", "bytes=0--1"})
    void sendsTheWholeForWhatItDoesNotUnderstand(String header) {
        assertThat(ByteRange.of(header.replace(';', ','), 1000))
                .isEqualTo(new ByteRange.Asked.Whole());
    }
}
