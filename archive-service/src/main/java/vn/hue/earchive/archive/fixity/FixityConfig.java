package vn.hue.earchive.archive.fixity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the copies are checked. */
@ConfigMapping(prefix = "earchive.fixity")
interface FixityConfig {

    /** {@code earchive.fixity.enabled}: whether this instance checks and repairs copies. */
    @WithDefault("true")
    boolean enabled();

    /**
     * {@code earchive.fixity.bytes-per-second}: what this instance reads at most, 0 for no limit.
     * The default checks 2.7 TB a day; it is per instance, so that more instances check more.
     */
    @WithDefault("33554432")
    long bytesPerSecond();

    /** {@code earchive.fixity.concurrency}: copies that this instance checks at the same time. */
    @WithDefault("2")
    int concurrency();

    /** {@code earchive.fixity.batch}: copies that are taken, and noted, in one transaction. */
    @WithDefault("32")
    int batch();

    /**
     * {@code earchive.fixity.cycle}: every copy is checked in this time (G5); permanent and old
     * ones more often, see {@link CheckInterval}. The law asks for three years (C05, domain.md 1.2
     * preserve.backup).
     */
    @WithDefault("P30D")
    Duration cycle();

    /** {@code earchive.fixity.poll}: how often due copies are looked for when none was. */
    @WithDefault("PT5S")
    Duration poll();

    /** {@code earchive.fixity.lease}: after this long another worker may take over. */
    @WithDefault("PT1H")
    Duration lease();

    /** {@code earchive.fixity.first-retry}: pause after a repair failed; doubled each time. */
    @WithDefault("PT30S")
    Duration firstRetry();

    /** {@code earchive.fixity.longest-retry}: where the doubling stops. */
    @WithDefault("PT6H")
    Duration longestRetry();
}
