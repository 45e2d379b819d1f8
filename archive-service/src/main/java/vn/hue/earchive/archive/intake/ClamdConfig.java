package vn.hue.earchive.archive.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the virus scanner listens. */
@ConfigMapping(prefix = "earchive.clamd")
interface ClamdConfig {

    /**
     * {@code earchive.clamd.host}: host of clamd. Absent: files are recorded as NOT_SCANNED.
     * Present but not answering: the intake waits, it never falls back to NOT_SCANNED.
     */
    Optional<String> host();

    /** {@code earchive.clamd.port}: TCP port of clamd; 3310 is its own default. */
    @WithDefault("3310")
    int port();

    /**
     * {@code earchive.clamd.timeout}: longest silence of the scanner before the attempt is given up
     * and repeated later. A scan of the largest file must fit in.
     */
    @WithDefault("PT2M")
    Duration timeout();
}
