package vn.hue.earchive.document.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of uploads. */
@ConfigMapping(prefix = "earchive.document.upload")
public interface FileConfig {

    /**
     * {@code earchive.document.upload.max-bytes}: size of one file. 2 GiB holds an hour of video at
     * the law's lowest rate; {@code quarkus.http.limits.max-body-size} must not be lower.
     */
    @WithDefault("2147483648")
    long maxBytes();

    /**
     * {@code earchive.document.upload.expiry}: how long an upload waits for its document. A day
     * covers a clerk who comes back after lunch and a batch that is resumed overnight.
     */
    @WithDefault("PT24H")
    Duration expiry();

    /** {@code earchive.document.upload.reap-batch}: expired uploads taken away in one step. */
    @WithDefault("100")
    int reapBatch();
}
