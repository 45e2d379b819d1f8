package vn.hue.earchive.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSuiteTest {

    @Test
    void saysWhatToDoWhenNothingWasStarted(@TempDir Path home) {
        assertThatThrownBy(() -> RunningSuite.at(home))
                .isInstanceOf(SuiteUnavailable.class)
                .hasMessageContaining("Start it with deploy/up");
    }

    @Test
    void saysWhichProcessesAreMissing(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("stack.json"), "{}");
        Files.createDirectories(home.resolve("run"));
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(home.resolve("run/gateway.pid"), self.pid() + " " + started + "\n");

        assertThatThrownBy(() -> RunningSuite.at(home))
                .hasMessageContaining("document-service")
                .hasMessageNotContaining("gateway,");
    }

    /** Red when only the pid is compared: it may belong to somebody else by now. */
    @Test
    void aPidOfAnotherStartIsNotThatProcess() {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().orElseThrow().toEpochMilli();

        assertThat(RunningSuite.pid(self.pid() + " " + started)).contains(self.pid());
        assertThat(RunningSuite.pid(self.pid() + " " + (started - 60_000))).isEmpty();
        assertThat(RunningSuite.pid("cut")).isEmpty();
    }
}
