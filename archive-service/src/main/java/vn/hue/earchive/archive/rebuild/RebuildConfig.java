package vn.hue.earchive.archive.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the archive is rebuilt from its stores. */
@ConfigMapping(prefix = "earchive.rebuild")
interface RebuildConfig {

    /** {@code earchive.rebuild.enabled}: whether this instance works on rebuilds. */
    @WithDefault("true")
    boolean enabled();

    /** {@code earchive.rebuild.concurrency}: objects that are read from the stores at once. */
    @WithDefault("16")
    int concurrency();

    /** {@code earchive.rebuild.writers}: transactions that write what was read, at once. */
    @WithDefault("4")
    int writers();

    /** {@code earchive.rebuild.batch}: objects in one step, or ten times as many rows. */
    @WithDefault("200")
    int batch();

    /** {@code earchive.rebuild.poll}: how often it is looked whether there is something to do. */
    @WithDefault("PT2S")
    Duration poll();

    /** {@code earchive.rebuild.lease}: after this long without a step another worker goes on. */
    @WithDefault("PT2M")
    Duration lease();

    /** {@code earchive.rebuild.retry}: pause after a store did not answer. */
    @WithDefault("PT10S")
    Duration retry();
}
