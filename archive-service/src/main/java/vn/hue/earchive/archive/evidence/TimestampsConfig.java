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

    /** {@code .batch}: packages that get evidence records under one timestamp. */
    @WithDefault("1000")
    int batch();

    /** {@code .renew-before}: how long before the end of a certificate records are renewed. */
    @WithDefault("P180D")
    Duration renewBefore();
}
