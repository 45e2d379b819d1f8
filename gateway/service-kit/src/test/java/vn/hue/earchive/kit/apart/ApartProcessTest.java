package vn.hue.earchive.kit.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a strange file can do to a process apart, and what comes of it. */
class ApartProcessTest {

    @TempDir Path folder;

    private ApartProcess process(Duration timeLimit, String... arguments) {
        return new ApartProcess(
                new ApartSettings(
                        Strange.class,
                        List.of(arguments),
                        folder.resolve("work"),
                        32,
                        Duration.ofMinutes(1),
                        timeLimit));
    }

    private static ApartReply answer(String line) {
        return new ApartReply.Answer(line);
    }

    /** Red when a process is started for each request, or a library's output is an answer. */
    @Test
    void oneProcessAnswersOneRequestAfterTheOther() throws Exception {
        try (ApartProcess apart = process(Duration.ofMinutes(1))) {
            ApartReply first = apart.ask("pid");

            assertThat(apart.ask("Chỉ thị số 05")).isEqualTo(answer("Chỉ thị số 05"));
            assertThat(apart.ask("print")).isEqualTo(answer("the answer"));
            assertThat(apart.ask("pid")).isEqualTo(first);
            assertThat(Files.size(folder.resolve("work/errors"))).isLessThanOrEqualTo(64 << 10);
        }
        assertThat(folder.resolve("work")).doesNotExist();
    }

    /**
     * Red when a lost process is asked again, the causes are mixed up, or the last words of a JVM
     * that has no memory are taken for an answer (shown).
     */
    @ParameterizedTest
    @CsvSource({"exit,ENDED", "fill,OUT_OF_MEMORY", "hang,TIMED_OUT", "endless,ENDED"})
    void whatCostsTheProcessIsToldAndTheNextRequestGetsANewOne(
            String strange, ApartReply.Cause cause) throws Exception {
        try (ApartProcess apart = process(Duration.ofSeconds(5))) {
            ApartReply first = apart.ask("pid");

            assertThat(apart.ask(strange)).isEqualTo(new ApartReply.Lost(cause));
            assertThat(apart.ask("pid")).isInstanceOf(ApartReply.Answer.class).isNotEqualTo(first);
        }
    }

    /** Red when the environment or a socket of the service is left to it. */
    @Test
    void hasNothingOfTheService() throws Exception {
        assertThat(System.getenv()).isNotEmpty();
        try (ApartProcess apart = process(Duration.ofMinutes(1))) {
            assertThat(apart.ask("connect")).isEqualTo(answer("refused"));
            assertThat(apart.ask("environment").toString()).doesNotContain("PATH", "HOME");
        }
    }

    /** Red when its folder is not emptied. */
    @Test
    void leavesNothingOnTheDisk() throws Exception {
        ApartProcess apart = process(Duration.ofMinutes(1));
        assertThat(apart.ask("scratch"))
                .isEqualTo(answer(folder.resolve("work").toAbsolutePath().toString()));
        assertThat(folder.resolve("work/left-behind")).exists();

        apart.close();

        assertThat(folder.resolve("work")).doesNotExist();
    }

    /** Red when a broken process is taken for a broken file. */
    @Test
    void oneThatDoesNotStartSaysWhy() {
        try (ApartProcess apart = process(Duration.ofMinutes(1), "never")) {
            assertThatThrownBy(() -> apart.ask("pid"))
                    .isInstanceOf(ApartBroken.class)
                    .hasMessageContaining("no library");
        }
    }
}
