package vn.hue.earchive.document.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Change feed and webhooks. */
@ConfigMapping(prefix = "earchive.document.feed")
interface FeedConfig {

    /** {@code earchive.document.feed.every}: pace of the job, which looks at indexes only. */
    @WithDefault("2s")
    String every();

    /** {@code earchive.document.feed.batch}: changes that get their number in one transaction. */
    @WithDefault("1000")
    int batch();

    /**
     * {@code earchive.document.feed.allowed-networks}: networks in CIDR form that webhooks may
     * reach although they are private, for example that of the city; also over plain http. Every
     * other private, loopback or link-local address is refused.
     */
    Optional<List<String>> allowedNetworks();

    /** {@code earchive.document.feed.webhooks-per-agency}. */
    @WithDefault("20")
    int webhooksPerAgency();

    /** {@code earchive.document.feed.call-limit}: for one call from name to answer. */
    @WithDefault("PT10S")
    Duration callLimit();

    /** {@code earchive.document.feed.first-pause}: after the first failure; then four times. */
    @WithDefault("PT10S")
    Duration firstPause();

    /** {@code earchive.document.feed.longest-pause}. */
    @WithDefault("PT6H")
    Duration longestPause();

    /** {@code earchive.document.feed.attempts}: then a delivery is dead until it is replayed. */
    @WithDefault("10")
    int attempts();

    /** {@code earchive.document.feed.challenge-attempts}: then the webhook is refused. */
    @WithDefault("5")
    int challengeAttempts();

    /** {@code earchive.document.feed.lease}: how long one instance may work on a delivery. */
    @WithDefault("PT2M")
    Duration lease();
}
