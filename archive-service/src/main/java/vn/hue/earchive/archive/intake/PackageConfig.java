package vn.hue.earchive.archive.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.hue.earchive.archive.sip.SipLimits;

/** How packages of other systems are taken in, and what is taken at most. */
@ConfigMapping(prefix = "earchive.packages")
interface PackageConfig {

    /** {@code earchive.packages.enabled}: whether this instance reads packages. */
    @WithDefault("true")
    boolean enabled();

    /** {@code earchive.packages.concurrency}: packages read at the same time by this instance. */
    @WithDefault("2")
    int concurrency();

    /** {@code earchive.packages.poll}: pause before the queue is looked at again. */
    @WithDefault("PT1S")
    Duration poll();

    /**
     * {@code earchive.packages.lease}: a package whose worker has not renewed for this long is
     * taken over. Renewed after each file.
     */
    @WithDefault("PT10M")
    Duration lease();

    /** {@code earchive.packages.first-retry}: pause after a transient fault; doubled each time. */
    @WithDefault("PT2S")
    Duration firstRetry();

    /** {@code earchive.packages.longest-retry}: where the doubling stops. */
    @WithDefault("PT5M")
    Duration longestRetry();

    /**
     * {@code earchive.packages.upload-within}: an upload that is not complete by then is dropped.
     */
    @WithDefault("P2D")
    Duration uploadWithin();

    /**
     * {@code earchive.packages.max-open}: packages of one agency that are uploaded or wait at the
     * same time; beyond that 429.
     */
    @WithDefault("32")
    int maxOpen();

    /** {@code earchive.packages.max-bytes}: of one package as it is sent; 16 GiB. */
    @WithDefault("17179869184")
    long maxBytes();

    /**
     * {@code earchive.packages.part-bytes}: least size of a part, bytes; a package has at most
     * 1000.
     */
    @WithDefault("8388608")
    long partBytes();

    /** {@code earchive.packages.max-entries}: files and folders of one package. */
    @WithDefault("20000")
    int maxEntries();

    /** {@code earchive.packages.max-entry-bytes}: of one file, unpacked; 8 GiB. */
    @WithDefault("8589934592")
    long maxEntryBytes();

    /** {@code earchive.packages.max-total-bytes}: of all files, unpacked; 32 GiB. */
    @WithDefault("34359738368")
    long maxTotalBytes();

    /** {@code earchive.packages.max-ratio}: unpacked by packed size of one file above 64 KiB. */
    @WithDefault("200")
    int maxRatio();

    /**
     * {@code earchive.packages.max-xml-bytes}: of one metadata file. The tree of one takes about
     * ten times as much memory while it is read.
     */
    @WithDefault("8388608")
    int maxXmlBytes();

    default SipLimits limits() {
        return new SipLimits(
                maxEntries(), maxEntryBytes(), maxTotalBytes(), maxRatio(), maxXmlBytes());
    }
}
