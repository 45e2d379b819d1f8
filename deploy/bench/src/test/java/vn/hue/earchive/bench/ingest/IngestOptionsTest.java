package vn.hue.earchive.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestOptionsTest {

    private static final Path ROOT = Path.of("/project");

    @Test
    void withoutOptionsTheGoalIsMeasured() {
        IngestOptions options = IngestOptions.parse(List.of(), ROOT);

        assertThat(options.clients()).isEqualTo(4);
        assertThat(options.pairs()).isEqualTo(5);
        assertThat(options.files()).isEqualTo(10);
        assertThat(options.fileBytes()).isEqualTo(200_000);
        assertThat(options.home()).isEqualTo(ROOT.resolve(".stack/local"));
        assertThat(options.strict()).isFalse();
    }

    @Test
    void unknownOptionsAndBadNumbersAreRefusedWithASentence() {
        assertThatThrownBy(() -> IngestOptions.parse(List.of("--client", "3"), ROOT))
                .hasMessageContaining("--client");
        assertThatThrownBy(() -> IngestOptions.parse(List.of("--clients"), ROOT))
                .hasMessageContaining("needs a value");
        assertThatThrownBy(() -> IngestOptions.parse(List.of("--clients", "0"), ROOT))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> IngestOptions.parse(List.of("--clients", "many"), ROOT))
                .hasMessageContaining("many");
        assertThatThrownBy(() -> IngestOptions.parse(List.of("--dossiers", "201"), ROOT))
                .hasMessageContaining("200");
    }
}
