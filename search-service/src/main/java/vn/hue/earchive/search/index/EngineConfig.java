package vn.hue.earchive.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the search engine is and how its indices are laid out. */
@ConfigMapping(prefix = "earchive.opensearch")
public interface EngineConfig {

    /** {@code earchive.opensearch.url}: http or https, host and port. */
    URI url();

    /** {@code earchive.opensearch.username}: absent on a laptop, where the engine is open. */
    Optional<String> username();

    /** {@code earchive.opensearch.password}. */
    Optional<String> password();

    /** {@code earchive.opensearch.index-prefix}: before every index name of this deployment. */
    @WithDefault("earchive-")
    String indexPrefix();

    /** {@code earchive.opensearch.shards}: of the index of entries; counts at its creation. */
    @WithDefault("1")
    int shards();

    /** {@code earchive.opensearch.replicas}: one node holds none. */
    @WithDefault("0")
    int replicas();

    /**
     * {@code earchive.opensearch.refresh-interval}: how long a written entry may stay unseen. Half
     * of the second that is promised from registration to search.
     */
    @WithDefault("500ms")
    Duration refreshInterval();

    /** {@code earchive.opensearch.connect-timeout}. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** {@code earchive.opensearch.response-timeout}: of one query or one bulk write. */
    @WithDefault("10s")
    Duration responseTimeout();
}
