package vn.hue.earchive.document.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Pace of the exchange. */
@ConfigMapping(prefix = "earchive.document.exchange")
interface ExchangeConfig {

    /** {@code earchive.document.exchange.every}: pace of sending; {@code off} stops it. */
    @WithDefault("15s")
    String every();

    /**
     * {@code earchive.document.exchange.fetch-every}: pace of fetching; {@code off} stops it. Each
     * run asks the bus once for each agency.
     */
    @WithDefault("60s")
    String fetchEvery();

    /**
     * {@code earchive.document.exchange.batch}: messages sent or fetched in one run. A run ends
     * before the next begins, so a long queue only takes more runs.
     */
    @WithDefault("50")
    int batch();

    /**
     * {@code earchive.document.exchange.max-attempts}: after so many a message waits at the desk.
     * With the default pauses of 1, 2, 4 … minutes that is about eight hours: longer than a usual
     * outage of the bus, shorter than a working day.
     */
    @WithDefault("9")
    int maxAttempts();

    /** {@code earchive.document.exchange.first-pause}: doubled after each failed attempt. */
    @WithDefault("PT1M")
    Duration firstPause();

    /** {@code earchive.document.exchange.longest-pause}. */
    @WithDefault("PT4H")
    Duration longestPause();

    /**
     * {@code earchive.document.exchange.look-back-days}: how many days back the bus is asked for
     * messages; what is known is not fetched again.
     */
    @WithDefault("7")
    int lookBackDays();

    /**
     * {@code earchive.document.exchange.former-identifiers}: write former OrganIds where the alias
     * table has one, for a bus that knows no others.
     */
    @WithDefault("false")
    boolean formerIdentifiers();
}
