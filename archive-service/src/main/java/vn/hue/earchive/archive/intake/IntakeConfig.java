package vn.hue.earchive.archive.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the intake works. */
@ConfigMapping(prefix = "earchive.intake")
interface IntakeConfig {

    /** {@code earchive.intake.enabled}: whether this instance checks dossiers. */
    @WithDefault("true")
    boolean enabled();

    /**
     * {@code earchive.intake.concurrency}: dossiers checked at the same time by this instance. Each
     * holds a few buffers and one connection to each store and the scanner; never a whole file.
     */
    @WithDefault("4")
    int concurrency();

    /** {@code earchive.intake.poll}: longest wait before the queue is looked at again. */
    @WithDefault("PT1S")
    Duration poll();

    /**
     * {@code earchive.intake.lease}: a dossier whose worker has not renewed for this long is taken
     * over. Renewed at a third of it, so that a large file does not lose it.
     */
    @WithDefault("PT1M")
    Duration lease();

    /** {@code earchive.intake.first-retry}: pause after a transient fault; doubled each time. */
    @WithDefault("PT1S")
    Duration firstRetry();

    /** {@code earchive.intake.longest-retry}: where the doubling stops. */
    @WithDefault("PT5M")
    Duration longestRetry();

    /** {@code earchive.intake.blocked-retry}: when a blocked dossier is looked at again. */
    @WithDefault("PT15M")
    Duration blockedRetry();

    /** {@code earchive.intake.manifest-limit}: largest manifest that is read, bytes. */
    @WithDefault("67108864")
    long manifestLimit();
}
