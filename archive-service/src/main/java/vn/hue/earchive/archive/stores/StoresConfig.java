package vn.hue.earchive.archive.stores;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the stores are watched and compared. */
@ConfigMapping(prefix = "earchive.stores")
interface StoresConfig {

    /** {@code earchive.stores.enabled}: whether this instance watches and compares the stores. */
    @WithDefault("true")
    boolean enabled();

    /** {@code earchive.stores.watch}: how often it is looked whether a store was exchanged. */
    @WithDefault("PT15S")
    Duration watch();

    /**
     * {@code earchive.stores.compare-every}: pause between two comparisons of a store; 0 for none
     * but those that are asked for.
     */
    @WithDefault("P7D")
    Duration compareEvery();

    /** {@code earchive.stores.lease}: after this long another worker may take over. */
    @WithDefault("PT10M")
    Duration lease();

    /** {@code earchive.stores.retry}: pause after a store did not answer. */
    @WithDefault("PT1M")
    Duration retry();

    /**
     * {@code earchive.stores.require-conditional-put}: whether the service refuses to start on a
     * store that lacks it; on in the production profile.
     */
    @WithDefault("false")
    boolean requireConditionalPut();
}
