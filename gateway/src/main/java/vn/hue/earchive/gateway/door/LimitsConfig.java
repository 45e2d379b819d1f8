package vn.hue.earchive.gateway.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one request and one account may take up. Bodies have no size limit here: the services know
 * theirs.
 */
@ConfigMapping(prefix = "earchive.limits")
interface LimitsConfig {

    /** {@code earchive.limits.url-length}: longest path with query, in characters. */
    @WithDefault("4096")
    int urlLength();

    /** {@code earchive.limits.header-bytes}: names and values of all headers together. */
    @WithDefault("16384")
    int headerBytes();

    /**
     * {@code earchive.limits.requests-per-second}: what one account (token subject) may send for
     * long. The default is what eight busy clients of one integration need on this generation of
     * hardware.
     */
    @WithDefault("500")
    long requestsPerSecond();

    /** {@code earchive.limits.burst}: requests that an account may save up while it is quiet. */
    @WithDefault("1000")
    long burst();

    /**
     * {@code earchive.limits.bodies-per-account}: request bodies of one account on their way at
     * once.
     */
    @WithDefault("64")
    int bodiesPerAccount();

    /** {@code earchive.limits.bodies}: request bodies of all accounts on their way at once. */
    @WithDefault("1024")
    int bodies();
}
