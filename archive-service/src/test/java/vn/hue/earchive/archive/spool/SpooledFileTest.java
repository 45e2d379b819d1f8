package vn.hue.earchive.archive.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on the disk while a file is looked into. */
class SpooledFileTest {

    private static final int MAX = 200_000;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 199_999, 200_000})
    void keepsAllOfAFileThatFits(int size) throws Exception {
        byte[] bytes = random(size);
        try (SpooledFile file = TestSpool.of(folder, MAX).file("a.pdf", bytes)) {
            assertThat(file.isWhole()).isTrue();
            assertThat(Files.readAllBytes(file.path())).isEqualTo(bytes);
        }
    }

    /** Red when the ring of the last bytes is off by one (shown), or the disk takes all. */
    @ParameterizedTest
    @ValueSource(ints = {200_001, 262_144, 300_007, 1_000_000})
    void keepsTheEndsOfAFileThatDoesNot(int size) throws Exception {
        byte[] bytes = random(size);
        try (SpooledFile file = TestSpool.of(folder, MAX).file("a.mp4", bytes)) {
            byte[] kept = Files.readAllBytes(file.path());
            assertThat(file.isWhole()).isFalse();
            assertThat(kept).hasSize(2 * SpooledFile.SAMPLE);
            assertThat(Arrays.copyOf(kept, SpooledFile.SAMPLE))
                    .isEqualTo(Arrays.copyOf(bytes, SpooledFile.SAMPLE));
            assertThat(Arrays.copyOfRange(kept, SpooledFile.SAMPLE, kept.length))
                    .isEqualTo(Arrays.copyOfRange(bytes, size - SpooledFile.SAMPLE, size));
        }
    }

    /** Red when a name can lead out of the folder, or a file stays. */
    @Test
    void takesNothingOfANameButItsExtension() {
        Path path;
        try (SpooledFile file =
                TestSpool.of(folder, MAX).file("../../etc/Kế hoạch.DOCX", random(5))) {
            path = file.path();
            assertThat(folder.toAbsolutePath().relativize(path).getNameCount()).isEqualTo(2);
            assertThat(path.getFileName().toString()).matches("file-\\d+\\.docx");
        }
        assertThat(path).doesNotExist();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
