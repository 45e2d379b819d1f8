package vn.hue.earchive.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway talks to the services. */
@ConfigMapping(prefix = "earchive.upstream")
public interface UpstreamConfig {

    /** {@code earchive.upstream.connect-timeout}: after that a service counts as unreachable. */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * {@code earchive.upstream.idle-timeout}: how long neither side of a connection may move a
     * byte. It bounds the thinking time of a service, not the length of an upload; work over a
     * second is an operation.
     */
    @WithDefault("60s")
    Duration idleTimeout();

    /** {@code earchive.upstream.connections}: connections to one service. */
    @WithDefault("256")
    int connections();

    /** {@code earchive.upstream.queue}: requests that may wait for a connection to one service. */
    @WithDefault("1000")
    int queue();
}
