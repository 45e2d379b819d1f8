package vn.hue.earchive.document.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The connection to the city's service bus (LGSP). Off until an operator fills it in. */
@ConfigMapping(prefix = "earchive.document.lgsp")
interface LgspConfig {

    /** {@code earchive.document.lgsp.enabled}. */
    @WithDefault("false")
    boolean enabled();

    /** {@code earchive.document.lgsp.url}: what {@code /v1/sendEdoc} is appended to. */
    Optional<URI> url();

    /**
     * {@code earchive.document.lgsp.accounts.<agency code>}; {@code default} for all agencies that
     * have none of their own.
     */
    Map<String, Account> accounts();

    /** {@code earchive.document.lgsp.connect-timeout}. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /**
     * {@code earchive.document.lgsp.timeout}: until the first byte of an answer; a large message on
     * a slow line takes its time.
     */
    @WithDefault("PT5M")
    Duration timeout();

    /** {@code earchive.document.lgsp.max-bytes}: size of one message that is fetched. */
    @WithDefault("536870912")
    long maxBytes();

    /** What the bus knows an agency by. */
    interface Account {

        /** {@code X-SystemId}; <code>{agency}</code> stands for the agency's code. */
        String systemId();

        /** {@code X-SecretKey}. */
        String secretKey();
    }
}
