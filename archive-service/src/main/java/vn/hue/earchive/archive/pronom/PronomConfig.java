package vn.hue.earchive.archive.pronom;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the identification of formats may cost. */
@ConfigMapping(prefix = "earchive.pronom")
public interface PronomConfig {

    /** {@code earchive.pronom.enabled}: whether files are looked up in PRONOM at all. */
    @WithDefault("true")
    boolean enabled();

    /** {@code earchive.pronom.processes}: files looked at at the same time. */
    @WithDefault("1")
    int processes();

    /** {@code earchive.pronom.heap-mb}: of each process; the signatures take 13 MB. */
    @WithDefault("64")
    int heapMb();

    /** {@code earchive.pronom.time-limit}: for one file; its process is ended then. */
    @WithDefault("PT15S")
    Duration timeLimit();
}
