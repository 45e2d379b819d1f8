package vn.hue.earchive.archive.evidence;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Who tells the time of checkpoints, {@code earchive.evidence.timestamps.*}. */
interface TimestampsConfig {

    /**
     * {@code .authorities.<name>}: addresses of timestamping authorities (RFC 3161 over HTTP);
     * none: no timestamps.
     */
    Map<String, URI> authorities();

    /** {@code .every}: pause between two checkpoints that one authority is asked to stamp. */
    @WithDefault("PT1H")
    Duration every();

    /** {@code .retry}: pause after an authority gave no token. */
    @WithDefault("PT1M")
    Duration retry();
}
