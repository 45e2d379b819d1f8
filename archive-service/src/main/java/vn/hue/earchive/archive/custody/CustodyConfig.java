package vn.hue.earchive.archive.custody;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How many copies, and how missing ones are made. */
@ConfigMapping(prefix = "earchive.custody")
interface CustodyConfig {

    /**
     * {@code earchive.custody.required-copies}: verified copies before {@code aip.replicated.v1} is
     * told and the working bytes may go. Two by C05 Art 26–31 (domain.md 1.2, preserve.backup).
     */
    @WithDefault("2")
    int requiredCopies();

    /**
     * {@code earchive.custody.stores-of."<retention code>"}: names of the stores that hold objects
     * of this class, for example {@code stores-of."01"=primary,replica,remote}; a class that is not
     * named has a copy in every store.
     */
    Map<String, List<String>> storesOf();

    /** {@code earchive.custody.healing.*}. */
    Healing healing();

    interface Healing {

        /** {@code earchive.custody.healing.enabled}: whether this instance makes missing copies. */
        @WithDefault("true")
        boolean enabled();

        /** {@code earchive.custody.healing.concurrency}: copies made at the same time. */
        @WithDefault("2")
        int concurrency();

        /** {@code earchive.custody.healing.poll}: how often missing copies are looked for. */
        @WithDefault("PT2S")
        Duration poll();

        /** {@code earchive.custody.healing.lease}: after this long another worker may take over. */
        @WithDefault("PT10M")
        Duration lease();

        /**
         * {@code earchive.custody.healing.first-retry}: pause after a failure; doubled each time.
         */
        @WithDefault("PT5S")
        Duration firstRetry();

        /** {@code earchive.custody.healing.longest-retry}: where the doubling stops. */
        @WithDefault("PT5M")
        Duration longestRetry();
    }
}
